namespace Slipstream.AwsJson.Errors;

/// <summary>The service does not accept what was sent, whatever it is told again.</summary>
public sealed class InvalidInputException : AwsException
{
    internal InvalidInputException(AwsFailure failure)
        : base(failure)
    {
    }
}
