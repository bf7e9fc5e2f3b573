namespace Slipstream.Iam.Operations;

/// <summary>A right that a call needs.</summary>
/// <param name="Action">Such as <c>s3:GetObject</c>.</param>
/// <param name="On">On what: <c>object</c>, <c>source</c>, <c>table</c>; <c>*</c> if the action knows no resources.</param>
/// <param name="Keys">The condition keys that tell such calls apart.</param>
/// <param name="OnlyIf">Completes 'only if …'; null if it is always needed.</param>
public sealed record Need(string Action, string On, IReadOnlyList<string> Keys, string? OnlyIf = null);
