namespace Slipstream.AwsJson.Glue;

/// <summary>Asks for a run.</summary>
public sealed record GetJobRunRequest
{
    /// <summary>The job.</summary>
    public required string JobName { get; init; }

    /// <summary>The run.</summary>
    public required string RunId { get; init; }
}
