namespace Slipstream.AwsJson.Athena;

/// <summary>Asks how a query is doing.</summary>
public sealed record GetQueryExecutionRequest
{
    /// <summary>The query.</summary>
    public required string QueryExecutionId { get; init; }
}
