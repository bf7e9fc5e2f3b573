namespace Slipstream.Iam.Evaluation;

/// <summary>What AWS decides on: one action on one resource. A call can need several.</summary>
/// <param name="Action">Such as <c>s3:GetObject</c>.</param>
/// <param name="Resource">The ARN; <c>*</c> for actions that know no resources.</param>
/// <param name="Context">Condition keys with their values, as the call has them; keys that it does not have are missing.</param>
public sealed record AccessRequest(string Action, string Resource, IReadOnlyDictionary<string, IReadOnlyList<string>> Context);
