using Microsoft.Extensions.Logging;
using Slipstream.Stages.TestExtract.Reports.Json;
using Slipstream.Stages.TestExtract.Reports.Totals;

namespace Slipstream.Stages.TestExtract.Reports.Text;

/// <summary>For programs: an event for each object and each of its findings, with all facts as properties.</summary>
internal sealed class EventFindingsLog(ILogger logger) : IFindingsLog
{
    private const int MostFindings = 1000;
    private const int Examples = 3;
    private const int MostOfValue = 200;

    private int _findings;
    private int _left;

    public void Judged(string key, ObjectEntry entry)
    {
        Log.ObjectJudged(logger, entry.Passed ? LogLevel.Information : LogLevel.Error, entry.Passed ? "PASSED" : "REJECTED", entry.Object, entry.Rows, entry.Bytes);
        foreach (var finding in entry.Findings)
        {
            if (Interlocked.Increment(ref _findings) > MostFindings)
            {
                Interlocked.Increment(ref _left);
                continue;
            }

            string[] examples = [.. finding.Examples.Take(Examples).Select(Text)];
            Log.Found(logger, finding.IsFailure ? LogLevel.Error : LogLevel.Warning, finding.Severity, entry.Object, finding.Column, finding.Rule, finding.Expected, finding.Count, examples);
        }
    }

    public void Finish(RunTotals totals, string rest)
    {
        if (_left > 0)
        {
            Log.FindingsLeftOut(logger, _left, rest);
        }

        foreach (var added in totals.Added)
        {
            Log.ColumnAdded(logger, added.Name, added.Type, added.Rows);
        }

        foreach (var missing in totals.Missing)
        {
            Log.ColumnMissing(logger, missing.Name, missing.Rows);
        }
    }

    private static string Text(ExampleEntry example)
    {
        var found = Visible.Shortened(example.Found, MostOfValue);
        return example.Line is { } line ? $"line {line}: {found}" : found;
    }
}
