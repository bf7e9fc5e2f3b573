namespace Slipstream.AwsJson.Glue;

/// <summary>Stops runs.</summary>
public sealed record BatchStopJobRunRequest
{
    /// <summary>The job.</summary>
    public required string JobName { get; init; }

    /// <summary>At most 25.</summary>
    public required IReadOnlyList<string> JobRunIds { get; init; }
}
