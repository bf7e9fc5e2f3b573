namespace Slipstream.AwsJson.Glue;

/// <summary>Asks for a page of tables.</summary>
public sealed record GetTablesRequest
{
    /// <summary>The database.</summary>
    public required string DatabaseName { get; init; }

    /// <summary>Where the page before ended; null for the first.</summary>
    public string? NextToken { get; init; }

    /// <summary>At most 100.</summary>
    public int? MaxResults { get; init; }
}
