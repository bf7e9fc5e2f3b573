using Slipstream.DagGen.Model;
using Slipstream.Iam.Compilation;
using Slipstream.Iam.Trust;

namespace Slipstream.DagGen.Iam;

/// <summary>How somebody comes to a role.</summary>
/// <param name="Kind">The word in the file's name: <c>irsa</c>, <c>podid</c>, <c>kube2iam</c> or <c>operator</c>.</param>
/// <param name="Policy">The trust policy.</param>
/// <param name="Words">Who takes the role, as Markdown.</param>
internal sealed record RoleTrust(string Kind, TrustPolicy Policy, string Words)
{
    /// <summary>The trust of a role; null: nobody is named who takes it.</summary>
    public static RoleTrust? Of(PipelineRole role, AwsAccount account) => role.Action is null ? OfPod(role.Task.Identity, account) : OfOperators(account);

    // Where role and nodes are of two accounts, both must agree: https://docs.aws.amazon.com/IAM/latest/UserGuide/tutorial_cross-account-with-roles.html.
    private static string Abroad(string role, string nodes) => !role.StartsWith("arn:", StringComparison.Ordinal) || role.Split(':')[4] == nodes.Split(':')[4]
        ? string.Empty
        : $" It lies in account {role.Split(':')[4]}, and the nodes in {nodes.Split(':')[4]}: the nodes' own policy must allow `sts:AssumeRole` on `{role}` besides.";

    private static RoleTrust? OfPod(Identity identity, AwsAccount account) => (identity, account) switch
    {
        (ServiceAccountIdentity { Binding: AccountBinding.Irsa } pod, { OidcProvider: { } provider }) => new RoleTrust(
            "irsa", TrustPolicies.Irsa(Scope(account), provider, account.Namespace, pod.Name), $"Taken by {Account(pod, account)} alone (IRSA)."),
        (ServiceAccountIdentity { Binding: AccountBinding.PodIdentity } pod, { Cluster: { } cluster }) => new RoleTrust(
            "podid", TrustPolicies.PodIdentity(Scope(account), cluster, account.Namespace, pod.Name), $"Taken by {Account(pod, account)} of the cluster `{cluster}` alone (EKS Pod Identity)."),
        (Kube2IamIdentity pod, { NodeRole: { } nodes }) => new RoleTrust(
            "kube2iam", TrustPolicies.Kube2Iam(nodes), $"Handed out by kube2iam: every node of the cluster (`{nodes}`) can take it, and so can whoever breaks into one.{Abroad(pod.Role, nodes)}"),
        _ => null,
    };

    private static RoleTrust? OfOperators(AwsAccount account) => account.Operators.Count == 0
        ? null
        : new RoleTrust("operator", TrustPolicies.Operators(account.Operators), $"Taken by hand, by {string.Join(", ", account.Operators.Select(arn => $"`{arn}`"))}.");

    private static string Account(ServiceAccountIdentity pod, AwsAccount account) => $"the pods of the service account `{account.Namespace}/{pod.Name}`";

    private static AwsScope Scope(AwsAccount account) => new(account.Partition, account.Region, account.Id);
}
