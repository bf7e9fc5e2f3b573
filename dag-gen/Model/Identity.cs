namespace Slipstream.DagGen.Model;

/// <summary>As whom a pod calls AWS.</summary>
internal abstract record Identity
{
    /// <summary>A Kubernetes service account bound to an IAM role (IRSA): one for each task, so that each has only its own rights.</summary>
    public static Identity ServiceAccount(string name) => new ServiceAccountIdentity(name);
}
