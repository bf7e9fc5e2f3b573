using Slipstream.Contracts;

namespace Slipstream.Iam.Linting;

/// <summary>A role of the model and who uses it.</summary>
/// <param name="Role">The role's name.</param>
/// <param name="Pipeline">The DAG's id.</param>
/// <param name="Stage">The task or operator's action.</param>
/// <param name="Identity">What its trust policy lets in: the Kubernetes service account, or the role itself under kube2iam.</param>
/// <param name="IdentityInDag">What the task has in the DAG; null if not that.</param>
/// <param name="Writes">The folders that it writes.</param>
public sealed record RoleUse(
    string Role, string Pipeline, string Stage, string Identity, string? IdentityInDag, IReadOnlyList<S3Prefix> Writes);
