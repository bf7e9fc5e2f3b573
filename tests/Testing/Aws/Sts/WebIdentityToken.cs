using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Slipstream.Testing.Aws.Sts;

/// <summary>
/// What a pod's token says: https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/#service-account-tokens. The loopback AWS
/// believes it; AWS asks the issuer for its keys.
/// </summary>
/// <param name="Issuer">With its scheme.</param>
/// <param name="Audience">Whom it is for.</param>
/// <param name="Subject">Who it is, such as <c>system:serviceaccount:airflow:extract</c>.</param>
public sealed record WebIdentityToken(string Issuer, string Audience, string Subject)
{
    /// <summary>The token as a file holds it.</summary>
    public string Text => string.Join('.', Encoded(new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT" }), Encoded(new JsonObject
    {
        ["iss"] = Issuer,
        ["aud"] = new JsonArray(Audience),
        ["sub"] = Subject,
    }), "loopback");

    /// <exception cref="AwsRefusalException">It is no token.</exception>
    public static WebIdentityToken Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            var claims = JsonNode.Parse(Base64Url.DecodeFromChars(text.Split('.')[1]))!;
            var audience = claims["aud"] is JsonArray many ? many.Single() : claims["aud"];
            return new WebIdentityToken((string)claims["iss"]!, (string)audience!, (string)claims["sub"]!);
        }
        catch (Exception exception) when (exception is FormatException or JsonException or IndexOutOfRangeException or InvalidOperationException or ArgumentNullException or NullReferenceException)
        {
            throw new AwsRefusalException("InvalidIdentityToken", $"The ID Token provided is not a valid JWT: {exception.Message}");
        }
    }

    private static string Encoded(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));
}
