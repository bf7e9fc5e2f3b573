namespace Slipstream.DagGen.Model;

/// <summary>An IAM role that kube2iam hands to the pod by an annotation.</summary>
internal sealed record Kube2IamIdentity(string Role) : Identity;
