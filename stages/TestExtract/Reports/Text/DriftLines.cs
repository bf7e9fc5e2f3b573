using Slipstream.Stages.TestExtract.Profiles.Comparison;
using Slipstream.Stages.TestExtract.Reports.Totals;

namespace Slipstream.Stages.TestExtract.Reports.Text;

/// <summary>What has changed since the metadata were written, in a line each.</summary>
internal static class DriftLines
{
    private const int MostLines = 12;

    public static IEnumerable<string> Of(RunTotals totals)
    {
        var lines = new List<string>();
        if (totals.Added is { Count: > 0 } added)
        {
            var names = string.Join(", ", added.Select(column => $"{Visible.Shortened(column.Name, 60)} ({column.Type})"));
            lines.Add($"+ {FindingsTable.Count(added.Count, "column")} that the metadata do not have: {names}");
        }

        lines.AddRange(totals.Missing.Select(column => $"- column {column.Name} is missing in {Percent.Of(column.Share)} of the rows"));
        if (totals.Moved.Count + totals.MoreMoved is > 0 and var moved)
        {
            var columns = totals.Moved.Select(item => item.Movement.Column).Distinct(StringComparer.Ordinal);
            lines.Add($"~ {FindingsTable.Count(moved, "measure")} of values moved since the last accepted object, in {string.Join(", ", columns)}");
        }

        return lines.Count == 0
            ? []
            : lines.SelectMany(line => TextLines.Wrap(line, FindingsTable.Width - 2, MostLines).Select((part, i) => i == 0 ? part : "  " + part)).Prepend("CHANGED SINCE THE METADATA:");
    }
}
