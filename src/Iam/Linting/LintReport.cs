namespace Slipstream.Iam.Linting;

/// <summary>All that the rules say of one policy.</summary>
/// <param name="Findings">By line, then by rule.</param>
/// <param name="NotJudged">Rules that would have to know more than they were told, and what.</param>
public sealed record LintReport(IReadOnlyList<LintFinding> Findings, IReadOnlyList<(string Rule, Evidence Lacks)> NotJudged)
{
    /// <summary>What is accepted and was not found, of rules that could judge.</summary>
    public IReadOnlyList<Mute> UnusedMutes { get; init; } = [];

    /// <summary>Whether anything must be repaired.</summary>
    public bool HasErrors => Findings.Any(finding => finding.IsError);
}
