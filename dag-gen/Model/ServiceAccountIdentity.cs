namespace Slipstream.DagGen.Model;

/// <summary>A Kubernetes service account bound to an IAM role.</summary>
internal sealed record ServiceAccountIdentity(string Name, AccountBinding Binding = AccountBinding.Irsa) : Identity;
