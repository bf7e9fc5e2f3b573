using Slipstream.Iam.Compilation;
using Slipstream.Iam.Policies;

namespace Slipstream.Iam.Trust;

/// <summary>The ways to come to a role, each held to exactly one caller.</summary>
public static class TrustPolicies
{
    private const string AssumeRole = "sts:AssumeRole";

    /// <summary>
    /// One service account of one cluster, by the cluster's identity provider (IRSA). Without <c>sub</c> every pod of the cluster would get in:
    /// https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html.
    /// </summary>
    /// <param name="scope">The account that knows the provider.</param>
    /// <param name="provider">The provider without its scheme.</param>
    /// <param name="kubernetesNamespace">The account's namespace.</param>
    /// <param name="serviceAccount">The account's name.</param>
    public static TrustPolicy Irsa(AwsScope scope, string provider, string kubernetesNamespace, string serviceAccount)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return One("Irsa", "Federated", scope.Iam($"oidc-provider/{provider}"), ["sts:AssumeRoleWithWebIdentity"],
            ConditionOf.Is($"{provider}:aud", "sts.amazonaws.com"),
            ConditionOf.Is($"{provider}:sub", $"system:serviceaccount:{kubernetesNamespace}:{serviceAccount}"));
    }

    /// <summary>One service account of one cluster, by EKS: https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html.</summary>
    /// <param name="scope">The cluster's account.</param>
    /// <param name="cluster">The cluster's name.</param>
    /// <param name="kubernetesNamespace">The account's namespace.</param>
    /// <param name="serviceAccount">The account's name.</param>
    public static TrustPolicy PodIdentity(AwsScope scope, string cluster, string kubernetesNamespace, string serviceAccount)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return One("PodIdentity", "Service", "pods.eks.amazonaws.com", [AssumeRole, "sts:TagSession"],
            ConditionOf.Is("aws:RequestTag/eks-cluster-name", cluster),
            ConditionOf.Is("aws:RequestTag/kubernetes-namespace", kubernetesNamespace),
            ConditionOf.Is("aws:RequestTag/kubernetes-service-account", serviceAccount),
            ConditionOf.Is("aws:SourceAccount", scope.Account));
    }

    /// <summary>Every node of a cluster, and so whoever a node's kube2iam hands the role to (jtblin/kube2iam#8).</summary>
    public static TrustPolicy Kube2Iam(string nodeRoleArn) => One("Kube2Iam", "AWS", nodeRoleArn, [AssumeRole]);

    /// <summary>Roles or users of people.</summary>
    public static TrustPolicy Operators(IReadOnlyList<string> arns) =>
        new([new TrustStatement("Operators", "AWS", [.. arns.Distinct().Order(StringComparer.Ordinal)], [AssumeRole], [])]);

    private static TrustPolicy One(
        string sid, string kind, string principal, IReadOnlyList<string> actions, params IReadOnlyList<Condition> conditions) =>
        new([new TrustStatement(sid, kind, [principal], actions, conditions)]);
}
