namespace Slipstream.AwsJson.Athena;

/// <summary>How a query is doing.</summary>
public sealed record QueryExecutionStatus
{
    /// <summary>One of QueryExecutionStates.</summary>
    public string? State { get; init; }

    /// <summary>Why it failed.</summary>
    public string? StateChangeReason { get; init; }

    /// <summary>The same for programs.</summary>
    public AthenaError? AthenaError { get; init; }
}
