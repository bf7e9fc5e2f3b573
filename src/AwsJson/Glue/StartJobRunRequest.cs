namespace Slipstream.AwsJson.Glue;

/// <summary>Starts a job that is there.</summary>
public sealed record StartJobRunRequest
{
    /// <summary>The job.</summary>
    public required string JobName { get; init; }

    /// <summary>Their names start with two dashes.</summary>
    public IReadOnlyDictionary<string, string>? Arguments { get; init; }

    /// <summary>Minutes after which Glue stops the run.</summary>
    public int? Timeout { get; init; }
}
