namespace Slipstream.AwsJson.Athena;

/// <summary>What a query has cost.</summary>
public sealed record QueryExecutionStatistics
{
    /// <summary>What is paid for.</summary>
    public long? DataScannedInBytes { get; init; }

    /// <summary>From the call to the end.</summary>
    public long? TotalExecutionTimeInMillis { get; init; }
}
