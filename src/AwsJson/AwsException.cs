using Amazon.Runtime;
using Slipstream.AwsJson.Errors;

namespace Slipstream.AwsJson;

/// <summary>
/// A call that a service refused, or that got no answer; the SDK has retried by then what can be retried. The refusals
/// that callers tell apart are classes of their own, named as in the service models.
/// </summary>
public class AwsException : Exception
{
    private protected AwsException(AwsFailure failure)
        : base(failure.Sentence, failure.Cause) => Failure = failure;

    /// <summary>What happened: service, operation, code, HTTP status and request id.</summary>
    public AwsFailure Failure { get; }

    internal static AwsException Refused(string service, string operation, AmazonServiceException cause)
    {
        var failure = new AwsFailure(service, operation, cause)
        {
            Code = string.IsNullOrEmpty(cause.ErrorCode) ? cause.StatusCode.ToString() : cause.ErrorCode[(cause.ErrorCode.LastIndexOf('#') + 1)..],
            Status = cause.StatusCode,
            RequestId = cause.RequestId,
        };
        return failure.Code switch
        {
            "EntityNotFoundException" => new EntityNotFoundException(failure),
            "AlreadyExistsException" => new AlreadyExistsException(failure),
            "ConcurrentModificationException" or "VersionMismatchException" => new ConcurrentModificationException(failure),
            "ResourceNumberLimitExceededException" => new ResourceNumberLimitExceededException(failure),
            "InvalidInputException" or "InvalidRequestException" or "ValidationException" => new InvalidInputException(failure),
            "AccessDeniedException" => new AccessDeniedException(failure),
            "ConcurrentRunsExceededException" => new ConcurrentRunsExceededException(failure),
            "ThrottlingException" or "Throttling" or "TooManyRequestsException" => new ThrottlingException(failure),
            _ => new AwsException(failure),
        };
    }

    internal static AwsException NoAnswer(string service, string operation, Exception cause) => new(new AwsFailure(service, operation, cause));
}
