using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Slipstream.Stages.TestExtract.Checks;

namespace Slipstream.Stages.TestExtract;

/// <summary>Findings for people, line by line, and for programs, as JSON.</summary>
internal static class FindingsReport
{
    // The log shows the first; the JSON holds more.
    private const int ExamplesInLog = 3;

    public static void Print(ILogger logger, CheckedObject result)
    {
        var location = result.Stored.Location.ToString();
        foreach (var finding in result.Findings.All)
        {
            if (finding.Severity == Severity.Warning)
            {
                Log.Doubtful(logger, location, Subject(finding), finding.Expected, finding.Count);
                continue;
            }

            Log.Failed(logger, location, Subject(finding), finding.Expected, finding.Count);
            foreach (var example in finding.Examples.Take(ExamplesInLog))
            {
                Log.FailedHere(logger, example.Line is { } line ? $"line {line}: " : string.Empty, example.Found);
            }
        }

        if (!result.Findings.HasFailures)
        {
            Log.Passed(logger, location, result.Rows);
        }
    }

    public static JsonObject ToJson(Verdict verdict) => new()
    {
        ["object"] = verdict.Checked.Stored.Location.ToString(),
        ["bytes"] = verdict.Checked.Stored.Length,
        ["sha256"] = verdict.Checked.Sha256?.ToString(),
        ["rows"] = verdict.Checked.Rows,
        ["passed"] = verdict.Passed,
        ["moved_to"] = verdict.MovedTo?.ToString(),
        ["findings"] = new JsonArray([.. verdict.Checked.Findings.All.Select(ToJson)]),
    };

    private static JsonObject ToJson(Finding finding) => new()
    {
        ["rule"] = finding.Rule.Word(),
        ["severity"] = finding.Severity == Severity.Failure ? "failure" : "warning",
        ["column"] = finding.Column,
        ["expected"] = finding.Expected,
        ["count"] = finding.Count,
        ["examples"] = new JsonArray([.. finding.Examples.Select(ToJson)]),
    };

    private static JsonObject ToJson(Example example) => new() { ["line"] = example.Line, ["found"] = example.Found };

    private static string Subject(Finding finding) => finding.Column is { } column ? $"column '{column}' ({finding.Rule.Word()})" : finding.Rule.Word();
}
