namespace Slipstream.AwsJson.Athena;

/// <summary>The columns of rows.</summary>
public sealed record ResultSetMetadata
{
    /// <summary>In their order.</summary>
    public IReadOnlyList<ColumnInfo>? ColumnInfo { get; init; }
}
