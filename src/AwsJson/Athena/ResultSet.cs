namespace Slipstream.AwsJson.Athena;

/// <summary>Rows and what their columns are.</summary>
public sealed record ResultSet
{
    /// <summary>The first of a SELECT's first page is the header.</summary>
    public IReadOnlyList<Row>? Rows { get; init; }

    /// <summary>The columns.</summary>
    public ResultSetMetadata? ResultSetMetadata { get; init; }
}
