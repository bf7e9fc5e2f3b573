using Microsoft.Extensions.Logging;
using Slipstream.Stages.TestExtract.Profiles.Comparison;
using Slipstream.Stages.TestExtract.Reports.Json;

namespace Slipstream.Stages.TestExtract.Reports.Text;

/// <summary>Findings as lines of a log that people read: plain text of at most 107 columns, 120 with the log's own time and level.</summary>
internal sealed class FindingsTable
{
    public const int Width = 107;

    private const int MostColumnName = 36;
    private const int Examples = 3;
    private const int LinesOfExpected = 4;
    private const int LinesOfExample = 2;
    private const string Indent = "  ";
    private const string Severity = "severity";
    private const string Inner = "      ";

    private readonly int _column;
    private readonly int _rule;
    private readonly int _count;

    public FindingsTable(IReadOnlyList<FindingEntry> findings)
    {
        _column = Math.Min(MostColumnName, Longest(findings.Select(finding => Visible.Of(finding.Column ?? "–").Length), "column"));
        _rule = Longest(findings.Select(finding => finding.Rule.Length), "rule");
        _count = Longest(findings.Select(finding => Figure.Of(finding.Count).Length), "count");
    }

    private int Expected => Width - Start.Length;

    private string Start => new(' ', Indent.Length + Severity.Length + 2 + _column + 2 + _rule + 2 + _count + 2);

    public string Heading => $"{Indent}{Severity}  {"column".PadRight(_column)}  {"rule".PadRight(_rule)}  {"count".PadLeft(_count)}  expected";

    /// <summary>The object on a line of its own, for its path is long, and below it its findings with their examples.</summary>
    public IEnumerable<(LogLevel Level, string Line)> Of(string key, ObjectEntry entry, int most)
    {
        var what = entry.Passed ? "passes" : "rejected";
        var level = entry.Passed ? LogLevel.Warning : LogLevel.Error;
        foreach (var line in TextLines.Wrap($"{Visible.Of(key)} ({what}, {Count(entry.Rows, "row")})", Width, LinesOfExpected))
        {
            yield return (level, line);
        }

        foreach (var line in entry.Findings.Take(most).SelectMany(Of))
        {
            yield return line;
        }

        if ((entry.FindingCount ?? entry.Findings.Count) - Math.Min(most, entry.Findings.Count) is > 0 and var more)
        {
            yield return (level, $"{Indent}and {Count(more, "more finding")} of this object");
        }
    }

    public static string Count(long number, string noun) => number == 1 ? $"1 {noun}" : $"{Figure.Of(number)} {noun}s";

    private IEnumerable<(LogLevel Level, string Line)> Of(FindingEntry finding)
    {
        var level = finding.IsFailure ? LogLevel.Error : LogLevel.Warning;
        var expected = TextLines.Wrap(Visible.Of(finding.Expected), Expected, LinesOfExpected);
        var column = TextLines.Fit(Visible.Of(finding.Column ?? "–"), _column);
        yield return (level, $"{Indent}{finding.Severity.PadRight(Severity.Length)}  {column}  {finding.Rule.PadRight(_rule)}  {Figure.Of(finding.Count).PadLeft(_count)}  {expected[0]}");
        foreach (var line in expected.Skip(1))
        {
            yield return (level, Start + line);
        }

        foreach (var example in finding.Examples.Take(Examples))
        {
            var where = example.Line is { } number ? $"line {Figure.Of(number)}: " : string.Empty;
            foreach (var (line, i) in TextLines.Wrap(Visible.Of(example.Found), Width - Inner.Length - where.Length, LinesOfExample).Select((line, i) => (line, i)))
            {
                yield return (level, Inner + (i == 0 ? where : new string(' ', where.Length)) + line);
            }
        }
    }

    private static int Longest(IEnumerable<int> lengths, string heading) => lengths.Append(heading.Length).Max();
}
