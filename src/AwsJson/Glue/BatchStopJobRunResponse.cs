namespace Slipstream.AwsJson.Glue;

/// <summary>Which could not be stopped.</summary>
public sealed record BatchStopJobRunResponse
{
    /// <summary>None, or null, if all are stopping.</summary>
    public IReadOnlyList<BatchStopJobRunError>? Errors { get; init; }
}
