namespace Slipstream.AwsJson.Errors;

/// <summary>Somebody else has created it.</summary>
public sealed class AlreadyExistsException : AwsException
{
    internal AlreadyExistsException(AwsFailure failure)
        : base(failure)
    {
    }
}
