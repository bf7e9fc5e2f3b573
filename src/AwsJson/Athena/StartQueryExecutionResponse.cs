namespace Slipstream.AwsJson.Athena;

/// <summary>The query.</summary>
public sealed record StartQueryExecutionResponse
{
    /// <summary>What to ask for it by.</summary>
    public string? QueryExecutionId { get; init; }
}
