namespace Slipstream.DagGen.Model;

/// <summary>As whom a pod calls AWS: one identity for each task, so that each has only its own rights.</summary>
internal abstract record Identity
{
    /// <summary>A Kubernetes service account bound to an IAM role by IRSA.</summary>
    public static Identity ServiceAccount(string name) => new ServiceAccountIdentity(name);

    /// <summary>A Kubernetes service account bound to an IAM role by EKS Pod Identity.</summary>
    public static Identity PodIdentity(string name) => new ServiceAccountIdentity(name, AccountBinding.PodIdentity);

    /// <summary>An IAM role by kube2iam, for clusters that have no better.</summary>
    public static Identity Kube2Iam(string role) => new Kube2IamIdentity(role);
}
