namespace Slipstream.AwsJson.Errors;

/// <summary>The caller's role lacks this right, or Lake Formation withholds it.</summary>
public sealed class AccessDeniedException : AwsException
{
    internal AccessDeniedException(AwsFailure failure)
        : base(failure)
    {
    }
}
