namespace Slipstream.Stages.TestExtract.Checks.Nested;

/// <summary>A rule that a part of a nested value breaks.</summary>
/// <param name="Path">Such as <c>address.lines[]</c>, from the column on.</param>
internal sealed record NestedFault(Rule Rule, Severity Severity, string Path, string Expected, string Found);
