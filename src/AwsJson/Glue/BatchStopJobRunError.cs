namespace Slipstream.AwsJson.Glue;

/// <summary>A run that could not be stopped.</summary>
public sealed record BatchStopJobRunError
{
    /// <summary>Which.</summary>
    public string? JobRunId { get; init; }

    /// <summary>Why.</summary>
    public ErrorDetail? ErrorDetail { get; init; }
}
