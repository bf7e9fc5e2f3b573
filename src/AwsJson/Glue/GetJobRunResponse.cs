namespace Slipstream.AwsJson.Glue;

/// <summary>The run.</summary>
public sealed record GetJobRunResponse
{
    /// <summary>As it is.</summary>
    public JobRun? JobRun { get; init; }
}
