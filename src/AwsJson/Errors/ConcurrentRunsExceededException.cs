namespace Slipstream.AwsJson.Errors;

/// <summary>The job has as many runs under way as it may have.</summary>
public sealed class ConcurrentRunsExceededException : AwsException
{
    internal ConcurrentRunsExceededException(AwsFailure failure)
        : base(failure)
    {
    }
}
