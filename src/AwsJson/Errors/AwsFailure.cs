using System.Net;
using Amazon.Runtime;
using Slipstream.Contracts;

namespace Slipstream.AwsJson.Errors;

/// <summary>The facts of a failed call.</summary>
/// <param name="Service">The service: Glue or Athena.</param>
/// <param name="Operation">The operation, named as in the service model.</param>
/// <param name="Cause">What the SDK threw.</param>
public sealed record AwsFailure(string Service, string Operation, Exception Cause)
{
    /// <summary>The service's code, such as <c>EntityNotFoundException</c>; null if there was no answer.</summary>
    public string? Code { get; init; }

    /// <summary>The HTTP status; 0 if there was no answer.</summary>
    public HttpStatusCode Status { get; init; }

    /// <summary>What AWS's support asks for; null if there was no answer.</summary>
    public string? RequestId { get; init; }

    /// <summary>What, where, why.</summary>
    public string Sentence => Code is null
        ? $"{Service} {Operation} got no answer: {Reason}"
        : $"{Service} {Operation} failed: {Code} (HTTP {(int)Status}, request id '{RequestId}'): {Reason}";

    private string Reason => Cause is OperationCanceledException or TimeoutException ? "none came in time." : FailureText.Sentence(Code is null ? FailureText.Innermost(Cause).Message : Cause.Message);

    internal bool LacksCredentials => Code is null && Cause is AmazonClientException;
}
