using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Slipstream.Contracts;
using Slipstream.ObjectStore.Identity;

namespace Slipstream.ObjectStore.S3;

/// <summary>Turns failures of the SDK, which has retried by then, into failures of an outside system.</summary>
internal static class S3Failures
{
    public static async Task<T> TranslateAsync<T>(
        string operation, object where, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (IsOutside(exception, cancellationToken))
        {
            throw Failed(operation, where, exception);
        }
    }

    // The SDK reports some of its time-outs as cancellations; one that nobody asked for is a time-out.
    public static bool IsOutside(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        AmazonServiceException or AmazonClientException or HttpRequestException or IOException or TimeoutException => true,
        InvalidOperationException { InnerException: IOException or UnauthorizedAccessException } => true, // A web identity's token cannot be read.
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        _ => false,
    };

    public static StageException Failed(string operation, object where, Exception exception)
    {
        var message = $"S3 {operation} of '{where}' failed: {Facts(exception)} {Advice(exception)}";
        return exception is AmazonServiceException { StatusCode: HttpStatusCode.Forbidden } refusal && S3Rights.Missing(operation, where, refusal) is { } right
            ? StageException.RightMissing(right, message, exception)
            : StageException.OutsideFailed(message, exception);
    }

    /// <summary>What the server, the SDK or the network said, as a sentence's end.</summary>
    public static string Facts(Exception exception)
    {
        if (Answer(exception) is not { } answer)
        {
            return exception is OperationCanceledException or TimeoutException ? "no answer in time." : FailureText.Sentence(FailureText.Innermost(exception).Message);
        }

        var code = string.IsNullOrEmpty(answer.ErrorCode) ? answer.StatusCode.ToString() : answer.ErrorCode;
        return $"{code} (HTTP {(int)answer.StatusCode}, request id '{answer.RequestId}'): {FailureText.Sentence(answer.Message)}";
    }

    private static string Advice(Exception exception) => exception switch
    {
        AmazonServiceException { ErrorCode: "NoSuchBucket" } =>
            "Create the bucket, or correct the variable that names it.",
        AmazonServiceException { ErrorCode: "InvalidAccessKeyId" or "SignatureDoesNotMatch" or "InvalidToken" } =>
            "Check the credentials of the stage.",
        AmazonServiceException { ErrorCode: Renewal.Unsaid } =>
            "Check the credentials of the stage: this answer cannot say so, but they may have ended.",
        AmazonServiceException { ErrorCode: "ExpiredToken" } =>
            "Check the credentials of the stage: keys with a session token end at a time and cannot be renewed here. Set new ones, or give the stage a role.",
        AmazonServiceException { ErrorCode: "RequestTimeTooSkewed" } =>
            "Set this machine's clock.",
        AmazonServiceException { StatusCode: HttpStatusCode.Forbidden } =>
            "Check that the stage's role has this right; for a role that may not list, a missing object looks the same.",
        AmazonServiceException { StatusCode: HttpStatusCode.MovedPermanently or HttpStatusCode.TemporaryRedirect } =>
            "Set AWS_REGION to the region of the bucket.",
        AmazonServiceException { StatusCode: HttpStatusCode.NotImplemented } =>
            "Use a server that has S3's conditional requests.",
        AmazonServiceException { StatusCode: >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests } =>
            "It was tried several times: run the stage again later.",
        _ when FailureText.Innermost(exception) is SocketException or TimeoutException or OperationCanceledException or HttpRequestException =>
            "Check the network, AWS_REGION and, if it is set, AWS_ENDPOINT_URL_S3 or AWS_ENDPOINT_URL.",
        AmazonServiceException { StatusCode: not 0 } =>
            "Look the code up in S3's list of error responses.",
        InvalidOperationException =>
            "Check AWS_WEB_IDENTITY_TOKEN_FILE, which EKS sets from the pod's service account.",
        AmazonClientException =>
            "Check that the stage has credentials (a role, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY) and AWS_REGION.",
        _ => "Run the stage again; if it stays, check the network.",
    };

    // What STS said to a web identity lies below the SDK's own words for it, and above the bare HTTP error.
    private static AmazonServiceException? Answer(Exception? exception) => exception switch
    {
        null => null,
        AmazonServiceException { StatusCode: not 0 } answer => answer,
        _ => Answer(exception.InnerException),
    };
}
