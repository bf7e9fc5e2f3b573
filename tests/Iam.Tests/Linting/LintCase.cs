using Slipstream.Iam.Linting;

namespace Slipstream.Iam.Tests.Linting;

/// <summary>A policy that breaks a rule, and one that does the same without breaking it.</summary>
internal sealed record LintCase(string Rule, string Bad, string Good)
{
    public LintContext Context { get; init; } = LintContext.Nothing;

    /// <summary>What is known besides the good one, where that is what differs.</summary>
    public LintContext? GoodContext { get; init; }
}
