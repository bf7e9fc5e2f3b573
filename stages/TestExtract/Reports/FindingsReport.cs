using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Slipstream.Stages.TestExtract.Checks;
using Slipstream.Stages.TestExtract.Moving;

namespace Slipstream.Stages.TestExtract.Reports;

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
        ["rule"] = Word(finding.Rule),
        ["severity"] = finding.Severity == Severity.Failure ? "failure" : "warning",
        ["column"] = finding.Column,
        ["expected"] = finding.Expected,
        ["count"] = finding.Count,
        ["examples"] = new JsonArray([.. finding.Examples.Select(ToJson)]),
    };

    private static JsonObject ToJson(Example example) => new() { ["line"] = example.Line, ["found"] = example.Found };

    private static string Subject(Finding finding) => finding.Column is { } column ? $"column '{column}' ({Word(finding.Rule)})" : Word(finding.Rule);

    public static string Word(Rule rule) => rule switch
    {
        Rule.Readable => "readable",
        Rule.MinimumRows => "minimum_rows",
        Rule.JsonObject => "json_object",
        Rule.UniqueNames => "unique_names",
        Rule.MissingColumn => "missing_column",
        Rule.UnknownColumn => "unknown_column",
        Rule.Type => "type",
        Rule.Nullable => "nullable",
        Rule.Pattern => "pattern",
        Rule.Enum => "enum",
        Rule.Unchanged => "unchanged",
        Rule.History => "history",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown rule."),
    };
}
