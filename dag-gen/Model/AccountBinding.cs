namespace Slipstream.DagGen.Model;

/// <summary>How a service account comes to its IAM role.</summary>
internal enum AccountBinding
{
    /// <summary>The role trusts the cluster's identity provider, and an annotation of the account names the role (IRSA).</summary>
    Irsa,

    /// <summary>EKS associates account and role (Pod Identity).</summary>
    PodIdentity,
}
