namespace Slipstream.Iam.Terraform;

/// <summary>What ties a service account to a role by EKS Pod Identity.</summary>
/// <param name="Cluster">The EKS cluster.</param>
/// <param name="Namespace">The Kubernetes namespace.</param>
/// <param name="ServiceAccount">The service account.</param>
public sealed record PodIdentityAssociation(string Cluster, string Namespace, string ServiceAccount);
