namespace Slipstream.AwsJson.Glue;

/// <summary>A run of a job.</summary>
public sealed record JobRun
{
    /// <summary>The run.</summary>
    public string? Id { get; init; }

    /// <summary>Its job.</summary>
    public string? JobName { get; init; }

    /// <summary>One of JobRunStates.</summary>
    public string? JobRunState { get; init; }

    /// <summary>Why it failed.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Seconds of work so far.</summary>
    public int? ExecutionTime { get; init; }

    /// <summary>Where CloudWatch has its log.</summary>
    public string? LogGroupName { get; init; }
}
