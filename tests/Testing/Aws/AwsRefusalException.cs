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

    /// <summary>The same as one entry of a batch's errors.</summary>
    public JsonObject ToDetail() => new() { ["ErrorCode"] = code, ["ErrorMessage"] = Message };
}
