namespace Slipstream.AwsJson.Athena;

/// <summary>The query.</summary>
public sealed record GetQueryExecutionResponse
{
    /// <summary>As it is.</summary>
    public QueryExecution? QueryExecution { get; init; }
}
