using Slipstream.Iam.Compilation;

namespace Slipstream.DagGen.Model;

/// <summary>The AWS account that a pipeline runs in: what policies, trust and service accounts say of it.</summary>
internal sealed record AwsAccount
{
    /// <summary>The ARN of a role of ours.</summary>
    public string ArnOf(string role) => $"arn:{Partition}:iam::{Id}:role{RolePath}{role}";

    /// <summary>Twelve digits.</summary>
    public required string Id { get; init; }

    /// <summary>The region of buckets, catalogue and keys.</summary>
    public required string Region { get; init; }

    /// <summary>The partition that the region lies in, as ARNs name it.</summary>
    public string Partition => AwsPartition.Of(Region);

    /// <summary>The path of the roles, with a slash at both ends.</summary>
    public string RolePath { get; init; } = "/";

    /// <summary>
    /// The cluster's identity provider without its scheme, such as <c>oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE</c>: IRSA needs it.
    /// </summary>
    public string? OidcProvider { get; init; }

    /// <summary>The name of the EKS cluster: Pod Identity needs it.</summary>
    public string? Cluster { get; init; }

    /// <summary>The ARN of the role of the cluster's nodes: kube2iam needs it.</summary>
    public string? NodeRole { get; init; }

    /// <summary>The Kubernetes namespace of the pods.</summary>
    public string Namespace { get; init; } = "airflow";

    /// <summary>The ARNs of the roles or users that may take an operator's role; none: such roles get no trust policy.</summary>
    public IReadOnlyList<string> Operators { get; init; } = [];

    /// <summary>
    /// False if the store knows no <c>s3:if-none-match</c> in policies: that nothing is replaced is then left to the requests of the stages, and lint warns of it.
    /// </summary>
    public bool EnforceWriteOnce { get; init; } = true;

    /// <summary>True if the buckets do not have Bucket Keys: S3 then names each object to KMS, and not its bucket.</summary>
    public bool WithoutBucketKeys { get; init; }
}
