namespace Slipstream.Iam.Differences;

/// <summary>An action that a policy allows, with all that it allows it on.</summary>
/// <param name="Action">Such as <c>s3:GetObject</c>; wildcards are filled with what IAM knows.</param>
/// <param name="Resources">As the policy writes them.</param>
public sealed record GrantedAction(string Action, IReadOnlyList<string> Resources);
