namespace Slipstream.Iam.Differences;

/// <summary>A right that somebody needs.</summary>
/// <param name="Action">Such as <c>s3:GetObject</c>.</param>
/// <param name="Resource">On what; null if only the action is known.</param>
/// <param name="By">Who needs it: a role, or a call.</param>
public sealed record NeededRight(string Action, string? Resource, string By);
