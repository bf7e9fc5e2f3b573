namespace Slipstream.AwsJson.Athena;

/// <summary>Asks for a page of rows.</summary>
public sealed record GetQueryResultsRequest
{
    /// <summary>The query, which has succeeded.</summary>
    public required string QueryExecutionId { get; init; }

    /// <summary>Where the page before ended; null for the first.</summary>
    public string? NextToken { get; init; }

    /// <summary>At most 1000.</summary>
    public int? MaxResults { get; init; }
}
