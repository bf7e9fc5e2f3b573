using Slipstream.Metadata;
using Slipstream.Rows;
using Slipstream.Rows.Csv;
using Slipstream.Stages.TestExtract.Checks;

namespace Slipstream.Stages.TestExtract.Csv;

/// <summary>Says which column each value of a record belongs to, and what is wrong with the names.</summary>
internal sealed class CsvHeader(TableMetadata table, TableRules rules, Findings findings)
{
    private readonly string[] _columns = rules.Names;

    private readonly StringComparer _names = CsvNames.ComparerOf(table.Csv);

    /// <summary>The name of each value of a record: that of the metadata, or that of the header where the metadata know none.</summary>
    /// <param name="first">The first record, which is the header if the layout has one.</param>
    /// <returns>The names; null, and a finding, where the records cannot be told apart by them.</returns>
    public IReadOnlyList<string>? Names(CsvRecord first)
    {
        if (!table.Csv.HasHeader)
        {
            RefuseHeader(first);
            return _columns;
        }

        if (!first.Fields.Any(field => _columns.Contains(field, _names)))
        {
            findings.Fail(Rule.Header, null, "a header with the columns of the metadata", first.Line,
                $"none of them in {Show(first)}: set \"header\": false in the metadata if there is no header");
            return null;
        }

        var names = CsvNames.Of(table.Csv, _columns, first);
        ReportOrder(names, first.Line);
        return IsEachNameOnce(names, first.Line) ? names : null;
    }

    // A header that is taken for a row would fail at one value of each typed column, or at none.
    private void RefuseHeader(CsvRecord first)
    {
        if (first.Fields.All(field => _columns.Contains(field, StringComparer.OrdinalIgnoreCase)))
        {
            findings.Fail(Rule.Header, null, "no header, as the metadata say", first.Line, "the names of columns: remove \"header\": false from the metadata if there is one");
        }
    }

    private bool IsEachNameOnce(IReadOnlyList<string> names, long line)
    {
        var repeated = names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).ToList();
        foreach (var name in repeated)
        {
            findings.Fail(Rule.UniqueNames, name.Key, "each name once in the header", line, $"the name {name.Count()} times");
        }

        return repeated.Count == 0;
    }

    // Athena's SerDes for CSV take values by their place.
    private void ReportOrder(IReadOnlyList<string> names, long line)
    {
        var known = names.Where(_columns.Contains).Distinct().ToList();
        var expected = _columns.Where(known.Contains).ToList();
        if (table.Drift.Order != DriftPolicy.Ignore && !known.SequenceEqual(expected))
        {
            var (found, due) = known.Zip(expected).First(pair => pair.First != pair.Second);
            findings.Add(Rule.ColumnOrder, table.Drift.Order.ToSeverity(), null, "the columns in the order of the metadata", line, $"'{found}' where '{due}' is due");
        }
    }

    private string Show(CsvRecord record)
    {
        var text = string.Join(table.Csv.Delimiter, record.Fields);
        return rules.HasHidden ? Shown.HiddenRow(text.Length) : $"'{Shown.Of(text)}'";
    }
}
