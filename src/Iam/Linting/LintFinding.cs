namespace Slipstream.Iam.Linting;

/// <summary>A breach, where it is and which rule it breaks.</summary>
/// <param name="File">The policy file.</param>
/// <param name="Rule">Such as <c>IAM001</c>.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Breach">What breaks the rule.</param>
/// <param name="Muted">Why it is accepted; null if it is not.</param>
public sealed record LintFinding(string File, string Rule, LintSeverity Severity, Breach Breach, string? Muted)
{
    /// <summary>Whether the policy may not be used like this.</summary>
    public bool IsError => Severity == LintSeverity.Error && Muted is null;
}
