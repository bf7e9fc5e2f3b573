using System.Net;
using Slipstream.Contracts;

namespace Slipstream.AwsJson.Errors;

/// <summary>What an operator can do about a failed call.</summary>
public static class AwsAdvice
{
    /// <summary>The failure of a stage, with what to do: of its settings if the service will never accept what was sent, else of the outside.</summary>
    public static StageException ToStage(AwsException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var message = $"{exception.Message} {Of(exception)}";
        return exception switch
        {
            InvalidInputException => StageException.SettingsWrong(message, exception),
            AccessDeniedException when RightOf(exception) is { } right => StageException.RightMissing(right, message, exception),
            _ => StageException.OutsideFailed(message, exception),
        };
    }

    // Lake Formation's permissions are no rights of a role's policy.
    private static MissingRight? RightOf(AwsException exception) => exception.Message.Contains("Lake Formation", StringComparison.Ordinal)
        ? null
        : MissingRight.In(exception.Message) ?? new MissingRight($"{exception.Failure.Service.ToLowerInvariant()}:{exception.Failure.Operation}", null);

    private static string Of(AwsException exception) => exception switch
    {
        AccessDeniedException => "Check that the stage's role has this right, and, where Lake Formation is on, its grant.",
        ThrottlingException => "It was tried several times: run the stage again later, or ask for a higher rate.",
        ResourceNumberLimitExceededException => "Ask AWS for a higher quota, or remove what is not needed.",
        InvalidInputException => "Correct what the message names.",
        EntityNotFoundException => "Was it removed meanwhile? Run the stage again.",
        { Failure.Code: "ExpiredTokenException" } =>
            "Check the credentials of the stage: keys with a session token end at a time and cannot be renewed here. Set new ones, or give the stage a role.",
        { Failure.Code: "UnrecognizedClientException" or "InvalidSignatureException" or "IncompleteSignatureException" } =>
            "Check the credentials of the stage and this machine's clock.",
        { Failure.Status: >= HttpStatusCode.InternalServerError } => "It was tried several times: run the stage again later.",
        { Failure.Code: not null } => "Look the code up in the service's list of errors.",
        { Failure.LacksCredentials: true } =>
            "Check that the stage has credentials (a role, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY) and AWS_REGION.",
        _ => $"Check the network, AWS_REGION and, if it is set, AWS_ENDPOINT_URL_{exception.Failure.Service.ToUpperInvariant()} or AWS_ENDPOINT_URL.",
    };
}
