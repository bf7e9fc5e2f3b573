namespace Slipstream.Iam.Reading;

/// <summary>One key of a Condition block as its file has it.</summary>
/// <param name="Operator">With its set prefix, if it has one.</param>
/// <param name="Key">Such as <c>s3:prefix</c>.</param>
/// <param name="Values">In the order of the file.</param>
public sealed record DocumentCondition(Located Operator, Located Key, IReadOnlyList<Located> Values);
