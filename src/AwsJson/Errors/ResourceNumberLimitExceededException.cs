namespace Slipstream.AwsJson.Errors;

/// <summary>A quota of the account is reached; it is raised on request, not by waiting.</summary>
public sealed class ResourceNumberLimitExceededException : AwsException
{
    internal ResourceNumberLimitExceededException(AwsFailure failure)
        : base(failure)
    {
    }
}
