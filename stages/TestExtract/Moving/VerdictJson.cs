using System.Text.Json.Nodes;
using Slipstream.Stages.TestExtract.Checks;
using Slipstream.Stages.TestExtract.Reports;

namespace Slipstream.Stages.TestExtract.Moving;

/// <summary>What the stage's result says of an object: in short, the findings' files hold the rest.</summary>
internal static class VerdictJson
{
    private const int MostFindings = 10;

    public static JsonNode Of(Verdict verdict)
    {
        var findings = verdict.Checked.Findings.All;
        return new JsonObject
        {
            ["object"] = verdict.Checked.Stored.Location.ToString(),
            ["bytes"] = verdict.Checked.Stored.Length,
            ["sha256"] = verdict.Checked.Sha256?.ToString(),
            ["rows"] = verdict.Checked.Rows,
            ["passed"] = verdict.Passed,
            ["moved_to"] = verdict.MovedTo?.ToString(),
            ["findings"] = new JsonArray([.. findings.Take(MostFindings).Select(Of)]),
            ["more_findings"] = Math.Max(0, findings.Count - MostFindings),
        };
    }

    private static JsonNode Of(Finding finding) => new JsonObject
    {
        ["rule"] = FindingsReport.Word(finding.Rule),
        ["severity"] = finding.Severity == Severity.Failure ? "failure" : "warning",
        ["column"] = finding.Column,
        ["count"] = finding.Count,
    };
}
