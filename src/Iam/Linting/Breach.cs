namespace Slipstream.Iam.Linting;

/// <summary>What breaks a rule.</summary>
/// <param name="Line">The line of the file, from 1 on.</param>
/// <param name="Statement">The statement's id; empty if none is meant.</param>
/// <param name="Sentence">What is wrong, and what of it breaks.</param>
/// <param name="Fix">What to do.</param>
public sealed record Breach(int Line, string Statement, string Sentence, string Fix)
{
    /// <summary>Its own, where it differs from its rule's.</summary>
    public LintSeverity? Severity { get; init; }
}
