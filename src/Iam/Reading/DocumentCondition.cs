namespace Slipstream.Iam.Reading;

/// <summary>One key of a Condition block as its file has it.</summary>
public sealed record DocumentCondition(Located Operator, Located Key, IReadOnlyList<Located> Values);
