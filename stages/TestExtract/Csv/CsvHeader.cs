using Slipstream.Metadata;
using Slipstream.Stages.TestExtract.Checks;

namespace Slipstream.Stages.TestExtract.Csv;

/// <summary>Says which column each value of a record belongs to, and what is wrong with the names.</summary>
internal sealed class CsvHeader
{
    private const string ExpectedHeader = "a header with the columns of the metadata";

    private readonly IReadOnlyList<ColumnMetadata> _columns;
    private readonly TableMetadata _table;
    private readonly Findings _findings;
    private readonly StringComparer _names;

    public CsvHeader(TableMetadata table, Findings findings)
    {
        _table = table;
        _findings = findings;
        _columns = [.. table.DataColumns];
        _names = table.Csv.IgnoresHeaderCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
    }

    /// <summary>For each value of a record its name: that of the metadata, or that of the header where the metadata know none.</summary>
    /// <param name="first">The first record, which is the header if the layout has one; null for an empty file.</param>
    /// <returns>The names; null, and a finding, where the records cannot be read by them.</returns>
    public IReadOnlyList<string>? Names(CsvRecord? first)
    {
        if (!_table.Csv.HasHeader)
        {
            RefuseHeader(first);
            return [.. _columns.Select(column => column.Name)];
        }

        if (first is not { } header || !header.Fields.Any(IsKnown))
        {
            _findings.Fail(Rule.Header, null, ExpectedHeader, first?.Line, first is { } other
                ? $"none of them in '{string.Join(_table.Csv.Delimiter, other.Fields.Take(5))}': set \"header\": false in the metadata if there is no header"
                : "no line at all");
            return null;
        }

        var names = header.Fields.Select(NameOf).ToList();
        ReportRepeated(names, header.Line);
        ReportMissing(names, header.Line);
        ReportUnknown(names, header.Line);
        ReportOrder(names, header.Line);
        return names;
    }

    private bool IsKnown(string field) => _columns.Any(column => _names.Equals(column.Name, field));

    private string NameOf(string field) => _columns.FirstOrDefault(column => _names.Equals(column.Name, field))?.Name ?? field;

    // A file whose header is taken for data would fail at one value of each typed column, or at none.
    private void RefuseHeader(CsvRecord? first)
    {
        if (first is { } record && record.Fields.Length > 0 && record.Fields.All(field => _columns.Any(column => StringComparer.OrdinalIgnoreCase.Equals(column.Name, field))))
        {
            _findings.Fail(Rule.Header, null, "no header, as the metadata say", record.Line, "the names of columns: remove \"header\": false from the metadata if there is one");
        }
    }

    private void ReportRepeated(List<string> names, long line)
    {
        foreach (var name in names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            _findings.Fail(Rule.UniqueNames, name.Key, "each name once in the header", line, $"the name {name.Count()} times");
        }
    }

    private void ReportMissing(List<string> names, long line)
    {
        foreach (var column in _columns.Where(column => !names.Contains(column.Name)))
        {
            Report(Rule.MissingColumn, column.Drift.Missing ?? _table.Drift.Missing, column.Name, "the column in the header", line, "no such name");
        }
    }

    private void ReportUnknown(List<string> names, long line)
    {
        foreach (var name in names.Where(name => !IsKnown(name)))
        {
            Report(Rule.UnknownColumn, _table.Drift.OfUnknown(name), name, "only columns of the metadata", line, "a column that is not in them");
        }
    }

    // Athena's SerDes for CSV take values by their place.
    private void ReportOrder(List<string> names, long line)
    {
        var known = names.Where(IsKnown).ToList();
        var expected = _columns.Select(column => column.Name).Where(known.Contains).ToList();
        if (known.Distinct().Count() == known.Count && !known.SequenceEqual(expected))
        {
            var at = known.Zip(expected).First(pair => pair.First != pair.Second);
            Report(Rule.ColumnOrder, _table.Drift.Order, null, "the columns in the order of the metadata", line, $"'{at.First}' where '{at.Second}' is due");
        }
    }

    private void Report(Rule rule, DriftPolicy policy, string? column, string expected, long line, string found)
    {
        if (policy != DriftPolicy.Ignore)
        {
            _findings.Add(rule, policy == DriftPolicy.Fail ? Severity.Failure : Severity.Warning, column, expected, line, found);
        }
    }
}
