using System.Text;
using Slipstream.Iam.Linting;

namespace Slipstream.DagGen.Commands.Iam;

/// <summary>Findings, for people: each in a line that editors can jump to, what to do once for all that have it.</summary>
internal static class LintText
{
    public static string Of(IReadOnlyList<LintedPolicy> judged)
    {
        var text = new StringBuilder();
        var reports = judged.Select(policy => policy.Report).ToList();
        var unused = LintedPolicy.Unused(judged).ToList();
        foreach (var group in reports.SelectMany(report => report.Findings).GroupBy(finding => (finding.File, finding.Breach.Statement, finding.Rule, finding.Breach.Fix, finding.Muted)))
        {
            foreach (var finding in group)
            {
                Line(text, $"{finding.File}:{finding.Breach.Line}: {Word(finding)} {finding.Rule} {finding.Breach.Sentence}");
            }

            Line(text, $"    {(group.Key.Muted is { } reason ? $"Accepted: {reason}" : group.Key.Fix)}");
        }

        foreach (var (task, acceptance) in unused)
        {
            Line(text, $"{task}: warning  {acceptance} is accepted, and nothing breaks it.");
            Line(text, "    Remove it from the task's Accepts, before it hides something else.");
        }

        Summary(text, reports, unused.Count);
        if (judged.Sum(policy => policy.Gained) is > 0 and var gained)
        {
            Line(text, $"{Plural(gained, "right", "rights")} more than in the baseline, in roles whose declarations changed: dag-gen iam diff lists them.");
        }

        return text.ToString();
    }

    private static void Summary(StringBuilder text, List<LintReport> reports, int unused)
    {
        var findings = reports.SelectMany(report => report.Findings).ToList();
        var errors = findings.Count(finding => finding.IsError);
        var accepted = findings.Count(finding => finding.Muted is not null);
        Line(text, $"{Plural(reports.Count, "policy", "policies")}: {Plural(errors, "error", "errors")}, "
            + $"{Plural(findings.Count - errors - accepted + unused, "warning", "warnings")}{(accepted > 0 ? $", {accepted} accepted" : string.Empty)}. What each rule means: docs/iam-rules.md.");
        foreach (var group in reports.SelectMany(report => report.NotJudged).Distinct().GroupBy(pair => pair.Lacks))
        {
            var lacking = reports.Count(report => report.NotJudged.Any(pair => pair.Lacks == group.Key));
            var which = lacking < reports.Count ? $" (of {Plural(lacking, "policy", "policies")})" : string.Empty;
            Line(text, $"Not judged without {Words(group.Key)}: {string.Join(", ", group.Select(pair => pair.Rule))}{which}.");
        }
    }

    private static string Word(LintFinding finding) => finding switch
    {
        { Muted: not null } => "accepted",
        { Severity: LintSeverity.Error } => "error   ",
        _ => "warning ",
    };

    private static string Words(Evidence evidence) => evidence switch
    {
        Evidence.Declarations => "the declarations of a stage",
        Evidence.Record => "recorded calls (--record)",
        Evidence.Baseline => "an earlier policy (--baseline)",
        Evidence.Model => "the model of all roles",
        _ => throw new ArgumentOutOfRangeException(nameof(evidence), evidence, "Every rule can judge without it."),
    };

    private static string Plural(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count} {many}";

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
