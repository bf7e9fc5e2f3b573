namespace Slipstream.DagGen.Model;

/// <summary>A Kubernetes service account bound to an IAM role.</summary>
/// <param name="Name">The account's name.</param>
/// <param name="Binding">How it comes to the role.</param>
/// <param name="Role">The role's name; null: after pipeline and task.</param>
internal sealed record ServiceAccountIdentity(string Name, AccountBinding Binding = AccountBinding.Irsa, string? Role = null) : Identity;
