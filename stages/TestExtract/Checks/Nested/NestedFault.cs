namespace Slipstream.Stages.TestExtract.Checks.Nested;

/// <summary>A rule that a part of a nested value breaks.</summary>
/// <param name="Rule">Which rule.</param>
/// <param name="Severity">What follows.</param>
/// <param name="Path">Such as <c>address.lines[]</c>, from the column on.</param>
/// <param name="Expected">What should be there.</param>
/// <param name="Found">What is there.</param>
internal sealed record NestedFault(Rule Rule, Severity Severity, string Path, string Expected, string Found);
