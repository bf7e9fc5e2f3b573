namespace Slipstream.AwsJson.Errors;

/// <summary>The service asked to slow down more often than the client tries.</summary>
public sealed class ThrottlingException : AwsException
{
    internal ThrottlingException(AwsFailure failure)
        : base(failure)
    {
    }
}
