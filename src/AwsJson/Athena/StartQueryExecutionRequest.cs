namespace Slipstream.AwsJson.Athena;

/// <summary>Starts a query.</summary>
public sealed record StartQueryExecutionRequest
{
    /// <summary>One statement.</summary>
    public required string QueryString { get; init; }

    /// <summary>32 to 128 characters: the same token again starts nothing new, so that a retry is safe.</summary>
    public required string ClientRequestToken { get; init; }

    /// <summary>What names mean.</summary>
    public QueryExecutionContext? QueryExecutionContext { get; init; }

    /// <summary>Where results go.</summary>
    public ResultConfiguration? ResultConfiguration { get; init; }

    /// <summary>primary where it is not said.</summary>
    public string? WorkGroup { get; init; }
}
