using Slipstream.Iam.Linting.Rules;
using Slipstream.Iam.Reading;

namespace Slipstream.Iam.Linting;

/// <summary>Holds a policy to all rules; docs/iam-rules.md lists them.</summary>
public static class PolicyLinter
{
    /// <summary>What the rules say of a policy.</summary>
    public static LintReport Check(PolicyDocument document, LintContext context) => Check(document, context, LintRules.All);

    /// <summary>What those rules say of it that the context mutes: enough to know what is muted, and what in vain.</summary>
    public static LintReport CheckMuted(PolicyDocument document, LintContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Check(document, context, [.. LintRules.All.Where(rule => context.Mutes.Any(mute => mute.Rule == rule.Id))]);
    }

    private static LintReport Check(PolicyDocument document, LintContext context, IReadOnlyList<LintRule> rules)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(context);
        var subject = new LintSubject(document, context);
        var findings = (
            from rule in rules
            where context.Has(rule.Needs)
            from breach in rule.Check(subject)
            select new LintFinding(document.File, rule.Id, breach.Severity ?? rule.Severity, breach, Reason(context, rule, breach))).ToList();
        return new LintReport(
            [.. findings.OrderBy(finding => finding.Breach.Line).ThenBy(finding => finding.Rule, StringComparer.Ordinal)],
            [.. rules.Where(rule => !context.Has(rule.Needs)).Select(rule => (rule.Id, rule.Needs))])
        {
            UnusedMutes = [.. context.Mutes.Where(mute => IsJudged(context, mute) && !findings.Exists(finding => Applies(mute, finding.Rule, finding.Breach)))],
        };
    }

    /// <summary>The ids of all rules.</summary>
    public static IReadOnlyList<string> RuleIds { get; } = [.. LintRules.All.Select(rule => rule.Id)];

    /// <summary>What is meant by an action that IAM does not know; null if it does, or if nothing is known here of its service.</summary>
    public static string? RealAction(string action) => PhantomActionRule.Instead(action);

    /// <summary>Whether an action as a policy writes it is or takes in another.</summary>
    public static bool TakesIn(string pattern, string action) => Patterns.TakesIn(pattern, action, ignoreCase: true);

    /// <summary>What Glue asks for the same action on besides a database, table or function; nothing for other resources.</summary>
    public static IEnumerable<string> AncestorsOf(string resource) => AncestorRule.Ancestors(resource);

    private static string? Reason(LintContext context, LintRule rule, Breach breach) => context.Mutes.FirstOrDefault(mute => Applies(mute, rule.Id, breach))?.Reason;

    private static bool Applies(Mute mute, string rule, Breach breach) => mute.Rule == rule && (mute.Statement is null || mute.Statement == breach.Statement);

    private static bool IsJudged(LintContext context, Mute mute) => LintRules.All.Any(rule => rule.Id == mute.Rule && context.Has(rule.Needs));
}
