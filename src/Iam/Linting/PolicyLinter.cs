using Slipstream.Iam.Linting.Rules;
using Slipstream.Iam.Reading;

namespace Slipstream.Iam.Linting;

/// <summary>Holds a policy to all rules; docs/iam-rules.md lists them.</summary>
public static class PolicyLinter
{
    /// <summary>What the rules say of a policy.</summary>
    public static LintReport Check(PolicyDocument document, LintContext context)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(context);
        var subject = new LintSubject(document, context);
        var findings =
            from rule in LintRules.All
            where context.Has(rule.Needs)
            from breach in rule.Check(subject)
            select new LintFinding(document.File, rule.Id, breach.Severity ?? rule.Severity, breach, Reason(context, rule, breach));
        return new LintReport(
            [.. findings.OrderBy(finding => finding.Breach.Line).ThenBy(finding => finding.Rule, StringComparer.Ordinal)],
            [.. LintRules.All.Where(rule => !context.Has(rule.Needs)).Select(rule => (rule.Id, rule.Needs))]);
    }

    /// <summary>What is meant by an action that IAM does not know; null if it does, or if nothing is known here of its service.</summary>
    public static string? RealAction(string action) => PhantomActionRule.Instead(action);

    /// <summary>What Glue asks for the same action on besides a database, table or function; nothing for other resources.</summary>
    public static IEnumerable<string> AncestorsOf(string resource) => AncestorRule.Ancestors(resource);

    private static string? Reason(LintContext context, LintRule rule, Breach breach) => context.Mutes
        .FirstOrDefault(mute => mute.Rule == rule.Id && (mute.Statement is null || mute.Statement == breach.Statement))?.Reason;
}
