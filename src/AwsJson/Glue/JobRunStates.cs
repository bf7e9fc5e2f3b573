namespace Slipstream.AwsJson.Glue;

/// <summary>The states of a run: https://docs.aws.amazon.com/glue/latest/dg/job-run-statuses.html.</summary>
public static class JobRunStates
{
    /// <summary>It has done its work.</summary>
    public const string Succeeded = "SUCCEEDED";

    /// <summary>Whether a run in this state will not change any more: the failures are of five kinds, not three.</summary>
    public static bool IsFinal(string? state) => state is Succeeded or "FAILED" or "ERROR" or "TIMEOUT" or "STOPPED" or "EXPIRED";
}
