namespace Slipstream.AwsJson.Athena;

/// <summary>Why a query failed.</summary>
public sealed record AthenaError
{
    /// <summary>1 Athena's fault, 2 the query's, 3 another.</summary>
    public int? ErrorCategory { get; init; }

    /// <summary>A number of the list in Athena's guide.</summary>
    public int? ErrorType { get; init; }

    /// <summary>Whether the same query may succeed.</summary>
    public bool? Retryable { get; init; }

    /// <summary>For people.</summary>
    public string? ErrorMessage { get; init; }
}
