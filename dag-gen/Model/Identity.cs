namespace Slipstream.DagGen.Model;

/// <summary>As whom a pod calls AWS: one identity for each task, so that each has only its own rights. A role that is not named is named after pipeline and task.</summary>
internal abstract record Identity
{
    /// <summary>A Kubernetes service account bound to an IAM role by IRSA.</summary>
    public static Identity ServiceAccount(string name, string? role = null) => new ServiceAccountIdentity(name, AccountBinding.Irsa, role);

    /// <summary>A Kubernetes service account bound to an IAM role by EKS Pod Identity.</summary>
    public static Identity PodIdentity(string name, string? role = null) => new ServiceAccountIdentity(name, AccountBinding.PodIdentity, role);

    /// <summary>An IAM role by kube2iam, for clusters that have no better.</summary>
    public static Identity Kube2Iam(string role) => new Kube2IamIdentity(role);
}
