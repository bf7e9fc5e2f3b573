namespace Slipstream.AwsJson.Glue;

/// <summary>The run.</summary>
public sealed record StartJobRunResponse
{
    /// <summary>What to ask for it by.</summary>
    public string? JobRunId { get; init; }
}
