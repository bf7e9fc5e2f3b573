namespace Slipstream.AwsJson.Athena;

/// <summary>Cancels a query.</summary>
public sealed record StopQueryExecutionRequest
{
    /// <summary>The query.</summary>
    public required string QueryExecutionId { get; init; }
}
