using System.Text.Json.Nodes;
using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Policies;
using Slipstream.Iam.Reading;
using Slipstream.Testing.Aws.Authorisation;
using Slipstream.Testing.Aws.Sts;

namespace Slipstream.Testing.Aws.Roles;

/// <summary>A role as an account has it: who may become it, and what it may do.</summary>
public sealed class AwsRole
{
    private const string AssumeRole = "sts:AssumeRoleWithWebIdentity";
    private readonly PolicyDocument _trust;
    private readonly PolicyEvaluator _policy;

    /// <param name="name">Its name, as Terraform would make it.</param>
    /// <param name="trust">The trust policy's text.</param>
    /// <param name="policy">The permissions policy's text.</param>
    public AwsRole(string name, string trust, string policy)
    {
        (Name, Trust, Policy) = (name, trust, policy);
        _trust = PolicyReader.ReadDocument(trust, $"trust of {name}");
        _policy = new PolicyEvaluator(PolicyReader.ReadDocument(policy, name));
    }

    public string Name { get; }

    public string Trust { get; }

    public string Policy { get; }

    /// <summary>The roles of a pipeline, as its Terraform module would make them of the files beside it.</summary>
    /// <param name="folder">Such as <c>iam/postcodes_example</c>.</param>
    public static IReadOnlyList<AwsRole> Of(string folder)
    {
        var resources = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "roles.tf.json")))!["resource"]!;
        return [.. resources["aws_iam_role"]!.AsObject().Select(role => new AwsRole(
            (string)role.Value!["name"]!,
            Text(folder, role.Value["assume_role_policy"]!),
            Text(folder, resources["aws_iam_role_policy"]![role.Key]!["policy"]!)))];
    }

    /// <summary>The same role with another policy, to see what a change of it does.</summary>
    public AwsRole WithPolicy(Policy policy) => new(Name, Trust, PolicyWriter.Write(policy));

    internal Verdict Decide(AccessRequest request) => _policy.Decide(request);

    /// <summary>Whether a pod with such a token may become the role: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif.</summary>
    internal bool Trusts(WebIdentityToken token)
    {
        var provider = token.Issuer[(token.Issuer.IndexOf("://", StringComparison.Ordinal) + "://".Length)..];
        var request = new AccessRequest(AssumeRole, Arns.Role(Name), Contexts.Of(($"{provider}:aud", token.Audience), ($"{provider}:sub", token.Subject)));
        return _trust.Statements
            .Where(statement => !statement.Denies && statement.Principals.Any(principal => IsProvider(principal, provider)))
            .Any(statement => new PolicyEvaluator(new Policy([statement.ToStatement() with { Resources = ["*"] }])).Decide(request).IsAllowed);
    }

    private static bool IsProvider(DocumentPrincipal principal, string provider) =>
        principal is { IsInverted: false, Kind.Text: "Federated" }
        && principal.Values.Any(value => value.Text == $"arn:aws:iam::{LoopbackAws.Account}:oidc-provider/{provider}");

    // "${file("${path.module}/trust/extract.irsa.json")}"
    private static string Text(string folder, JsonNode reference) =>
        File.ReadAllText(Path.Combine(folder, ((string)reference!).Split("${path.module}/")[1].Split('"')[0]));
}
