namespace Slipstream.AwsJson.Errors;

/// <summary>Somebody else has changed it since it was read: read it again and decide anew.</summary>
public sealed class ConcurrentModificationException : AwsException
{
    internal ConcurrentModificationException(AwsFailure failure)
        : base(failure)
    {
    }
}
