namespace Slipstream.AwsJson.Errors;

/// <summary>The database, table, partition or job is not there.</summary>
public sealed class EntityNotFoundException : AwsException
{
    internal EntityNotFoundException(AwsFailure failure)
        : base(failure)
    {
    }
}
