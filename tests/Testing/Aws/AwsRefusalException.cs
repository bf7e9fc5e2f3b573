using System.Text.Json.Nodes;

namespace Slipstream.Testing.Aws;

/// <summary>What a service answers instead of doing what it was asked.</summary>
public sealed class AwsRefusalException(string code, string message, int status = 400) : Exception(message)
{
    public string Code => code;

    public int Status => status;

    public static AwsRefusalException Missing(string what) => new("EntityNotFoundException", what);

    public static AwsRefusalException Exists(string what) => new("AlreadyExistsException", $"{what} already exists.");

    public static AwsRefusalException Invalid(string why) => new("InvalidInputException", why);

    public static AwsRefusalException Throttled() => new("ThrottlingException", "Rate exceeded");

    /// <summary>S3's word for it.</summary>
    public static AwsRefusalException SlowDown() => new("SlowDown", "Please reduce your request rate.", 503);

    /// <summary>S3: another request for the same key was under way.</summary>
    public static AwsRefusalException Conflict() =>
        new("ConditionalRequestConflict", "The conditional request cannot succeed due to a conflicting operation against this resource.", 409);

    /// <summary>Credentials that are over, in each service's words.</summary>
    public static AwsRefusalException Expired(string service) => service switch
    {
        "s3" => new("ExpiredToken", "The provided token has expired."),
        "sts" => new("ExpiredToken", "The security token included in the request is expired", 403),
        _ => new("ExpiredTokenException", "The security token included in the request is expired"),
    };

    internal static AwsRefusalException UnknownKey(string service) => service switch
    {
        "s3" => new("InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.", 403),
        "sts" => new("InvalidClientTokenId", "The security token included in the request is invalid.", 403),
        _ => new("UnrecognizedClientException", "The security token included in the request is invalid."),
    };

    internal static AwsRefusalException UnknownToken(string service) =>
        service == "s3" ? new("InvalidToken", "The provided token is malformed or otherwise invalid.") : UnknownKey(service);

    /// <summary>The same as one entry of a batch's errors.</summary>
    public JsonObject ToDetail() => new() { ["ErrorCode"] = code, ["ErrorMessage"] = Message };
}
