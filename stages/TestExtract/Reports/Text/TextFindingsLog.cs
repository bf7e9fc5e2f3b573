using Microsoft.Extensions.Logging;
using Slipstream.Contracts;
using Slipstream.Stages.TestExtract.Profiles.Comparison;
using Slipstream.Stages.TestExtract.Reports.Json;
using Slipstream.Stages.TestExtract.Reports.Totals;

namespace Slipstream.Stages.TestExtract.Reports.Text;

/// <summary>For people: a line for each of the first objects, and at the end one table of findings and what has drifted.</summary>
internal sealed class TextFindingsLog(ILogger logger, S3Prefix land) : IFindingsLog
{
    private const int MostPassed = 20;
    private const int MostRejected = 100;
    private const int MostFindings = 60;
    private const int MostFindingsOfObject = 12;
    private const int MostLines = 12;

    private readonly Lock _gate = new();
    private int _passed;
    private int _rejected;

    public void Judged(string key, ObjectEntry entry)
    {
        lock (_gate)
        {
            if (entry.Passed && _passed++ < MostPassed)
            {
                Write(LogLevel.Information, $"PASSED {Visible.Of(key)}: {FindingsTable.Count(entry.Rows, "row")}");
                SayOnce(_passed == MostPassed, "that pass");
            }
            else if (!entry.Passed && _rejected++ < MostRejected)
            {
                Write(LogLevel.Error, $"REJECTED {Visible.Of(key)}: {FindingsTable.Count(entry.Rows, "row")}; {Rules(entry)}");
                SayOnce(_rejected == MostRejected, "that are rejected");
            }
        }
    }

    public void Finish(RunTotals totals, string rest)
    {
        var shown = totals.FirstFailed.Concat(totals.FirstWarned).ToList();
        Log.Checked(logger, FindingsTable.Count(totals.Objects, "object"), Figure.Of(totals.Rows), Figure.Of(totals.Passed), Figure.Of(totals.Failed));
        if (shown.Count > 0)
        {
            Log.FindingsBelow(logger, land.ToString());
            WriteTable(totals, [.. shown.Select(entry => (land.Relative(S3Location.Parse(entry.Object)), entry))], rest);
        }

        foreach (var line in DriftLines.Of(totals))
        {
            Log.FindingsLine(logger, LogLevel.Warning, line);
        }
    }

    private void WriteTable(RunTotals totals, IReadOnlyList<(string Key, ObjectEntry Entry)> objects, string rest)
    {
        var table = new FindingsTable([.. objects.SelectMany(shown => shown.Entry.Findings)]);
        Log.FindingsLine(logger, objects[0].Entry.Passed ? LogLevel.Warning : LogLevel.Error, table.Heading);
        var (written, findings) = (0, 0);
        foreach (var (key, entry) in objects.TakeWhile(_ => findings < MostFindings))
        {
            foreach (var (level, line) in table.Of(key, entry, MostFindingsOfObject))
            {
                Log.FindingsLine(logger, level, line);
            }

            written++;
            findings += Math.Min(MostFindingsOfObject, entry.Findings.Count);
        }

        if (totals.ObjectsWithFindings - written is > 0 and var more)
        {
            Log.FindingsLine(logger, LogLevel.Warning, $"and {FindingsTable.Count(more, "more object")} with findings: see {rest}");
        }
        else if (totals.Findings.Any(group => group.Count > group.Examples.Count))
        {
            Log.FindingsLine(logger, LogLevel.Warning, $"More examples: see {rest}");
        }
    }

    private void Write(LogLevel level, string text)
    {
        foreach (var (line, i) in TextLines.Wrap(text, FindingsTable.Width - 2, MostLines).Select((line, i) => (line, i)))
        {
            Log.FindingsLine(logger, level, i == 0 ? line : "  " + line);
        }
    }

    private void SayOnce(bool isLast, string which)
    {
        if (isLast)
        {
            Log.NotNamed(logger, which);
        }
    }

    private static string Rules(ObjectEntry entry) => string.Join(", ", entry.Findings.Where(finding => finding.IsFailure)
        .Select(finding => finding.Rule).Distinct(StringComparer.Ordinal));
}
