namespace Slipstream.Iam.Terraform;

/// <summary>A role as Terraform makes it.</summary>
/// <param name="Label">Its name within the module: letters, digits, dashes and underscores.</param>
/// <param name="Name">Its name in IAM.</param>
/// <param name="Path">Its path in IAM.</param>
/// <param name="PolicyFile">The policy's file, relative to the module.</param>
/// <param name="TrustFile">The trust policy's file; null: nobody is named who takes it, and only a policy to attach is made.</param>
/// <param name="Association">The association that gives it to a service account; null: none.</param>
public sealed record TerraformRole(
    string Label, string Name, string Path, string PolicyFile, string? TrustFile, PodIdentityAssociation? Association);
