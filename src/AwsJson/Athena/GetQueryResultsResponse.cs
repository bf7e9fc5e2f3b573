namespace Slipstream.AwsJson.Athena;

/// <summary>A page of rows.</summary>
public sealed record GetQueryResultsResponse
{
    /// <summary>The rows.</summary>
    public ResultSet? ResultSet { get; init; }

    /// <summary>Asks for the next page; null after the last.</summary>
    public string? NextToken { get; init; }
}
