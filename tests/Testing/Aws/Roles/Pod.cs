using System.Text.Json.Nodes;
using Slipstream.Testing.Aws.Authorisation;
using Slipstream.Testing.Aws.Sts;

namespace Slipstream.Testing.Aws.Roles;

/// <summary>What EKS gives a pod so that it becomes a role (IRSA): variables, and the file of a token.</summary>
public static class Pod
{
    /// <summary>The only pod that a role trusts, by its trust policy.</summary>
    public static WebIdentityToken TrustedBy(AwsRole role)
    {
        ArgumentNullException.ThrowIfNull(role);
        var conditions = JsonNode.Parse(role.Trust)!["Statement"]![0]!["Condition"]?["StringEquals"]?.AsObject()
            ?? throw new ArgumentException($"No pod becomes '{role.Name}': its trust policy names people. Use LoopbackAws.SessionOf.");
        var subject = conditions.Single(pair => pair.Key.EndsWith(":sub", StringComparison.Ordinal));
        var provider = subject.Key[..^":sub".Length];
        return new WebIdentityToken($"https://{provider}", (string)conditions[$"{provider}:aud"]!, (string)subject.Value!);
    }

    /// <summary>The variables of a pod that wants to be a role, which depends on its token.</summary>
    /// <param name="aws">Whom it asks.</param>
    /// <param name="role">The role's name.</param>
    /// <param name="token">What it can show.</param>
    /// <param name="folder">For the token's file.</param>
    public static IReadOnlyDictionary<string, string> Environment(LoopbackAws aws, string role, WebIdentityToken token, TemporaryFolder folder)
    {
        ArgumentNullException.ThrowIfNull(aws);
        ArgumentNullException.ThrowIfNull(token);
        ArgumentNullException.ThrowIfNull(folder);
        return new Dictionary<string, string>(aws.Endpoint())
        {
            ["AWS_ROLE_ARN"] = Arns.Role(role),
            ["AWS_WEB_IDENTITY_TOKEN_FILE"] = folder.Write($"{role}.token", token.Text),
            ["AWS_ROLE_SESSION_NAME"] = role,
        };
    }
}
