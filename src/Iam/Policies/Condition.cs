namespace Slipstream.Iam.Policies;

/// <summary>
/// One key of a Condition block: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html.
/// </summary>
/// <param name="Operator">Such as <c>StringEquals</c>, with its set prefix if it has one (<c>ForAnyValue:StringEquals</c>).</param>
/// <param name="Key">Such as <c>s3:prefix</c>.</param>
/// <param name="Values">One of which must match, sorted.</param>
public sealed record Condition(string Operator, string Key, IReadOnlyList<string> Values);
