namespace Slipstream.Iam.Linting;

/// <summary>A finding that is known and accepted. It is declared in the model, never in a policy file.</summary>
/// <param name="Rule">Such as <c>IAM018</c>.</param>
/// <param name="Statement">The statement's id; null for all of the policy.</param>
/// <param name="Reason">Why, for the report.</param>
public sealed record Mute(string Rule, string? Statement, string Reason);
