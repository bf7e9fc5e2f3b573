namespace Slipstream.AwsJson.Athena;

/// <summary>A column of rows.</summary>
public sealed record ColumnInfo
{
    /// <summary>The column.</summary>
    public required string Name { get; init; }

    /// <summary>In Athena's words.</summary>
    public required string Type { get; init; }
}
