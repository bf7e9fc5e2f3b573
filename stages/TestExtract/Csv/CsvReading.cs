using System.Text;
using Slipstream.Metadata;
using Slipstream.Rows;
using Slipstream.Rows.Csv;
using Slipstream.Rows.Text;
using Slipstream.Stages.TestExtract.Checks;
using Slipstream.Stages.TestExtract.Checks.Keys;
using Slipstream.Stages.TestExtract.Profiles;
using Slipstream.Stages.TestExtract.Reading;

namespace Slipstream.Stages.TestExtract.Csv;

/// <summary>A CSV file: record after record, in parts of so many that their results stay small.</summary>
internal sealed class CsvReading(TableMetadata table, TableRules rules, ObjectResult result, int longestLine) : IRowReading
{
    private const int RecordsInPart = 4096;

    private readonly CsvRowCheck _check = new(rules);
    private PartResult _part = result.NewPart();
    private int _number;
    private long? _blank;
    private IReadOnlyList<string>? _names;

    public async Task ReadAsync(Stream text, CancellationToken cancellationToken)
    {
        _check.Begin(_part, []);
        var (rest, hasMark) = await ByteOrderMark.PassAsync(text, cancellationToken);
        if (hasMark)
        {
            _part.Findings.Fail(Rule.ByteOrderMark, null, "the first record at the very start", 1, "a byte order mark (EF BB BF) before it");
        }

        await using var watch = new Utf8Watch(rest, (line, found) => _part.Findings.Fail(Rule.Encoding, null, "text in UTF-8", line, found));
        using var records = new CsvRecords(watch, table.Csv, longestLine);
        try
        {
            await CheckAsync(records, cancellationToken);
        }
        finally
        {
            EndPart();
        }
    }

    public async Task<IReadOnlyDictionary<long, KeyedRow>> ReadAgainAsync(
        Stream text, KeyRule key, IReadOnlySet<long> lines, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<long, KeyedRow>();
        var check = new CsvRowCheck(rules);
        check.Begin(new PartResult(rules.Keys.Length, 0), _names!);
        var (rest, _) = await ByteOrderMark.PassAsync(text, cancellationToken);
        using var records = new CsvRecords(rest, table.Csv, longestLine);
        await foreach (var record in records.ReadAsync(cancellationToken))
        {
            if (lines.Contains(record.Line))
            {
                check.Take(record);
                rows.Add(record.Line, check.Rows.Keyed(key, record.Line));
            }
        }

        return rows;
    }

    public ObjectProfile TakeProfile() => _check.Profile.ToProfile(result.Rows, result.Shapes);

    private async Task CheckAsync(CsvRecords records, CancellationToken cancellationToken)
    {
        var isFirst = true;
        await foreach (var record in records.ReadAsync(cancellationToken))
        {
            if (record.IsBlank)
            {
                _blank ??= record.Line;
                continue;
            }

            ReportBlankBefore();
            ReportQuotes(record);
            if (isFirst)
            {
                isFirst = false;
                _names = new CsvHeader(table, rules, _part.Findings).Names(record);
                StartNames();
                if (table.Csv.HasHeader)
                {
                    continue;
                }
            }

            CheckRow(record);
        }

        if (isFirst && table.Csv.HasHeader)
        {
            _part.Findings.Fail(Rule.Header, null, "a header with the columns of the metadata", null, "no record at all");
        }

        if (records.RunawayLine is { } line)
        {
            _part.Rows++;
            _part.Findings.Fail(Rule.LineLength, null, $"at most {longestLine} bytes in a record", line, "a longer one, as after a quote that is never closed; nothing behind it was read");
        }
    }

    private void CheckRow(CsvRecord record)
    {
        var length = record.Fields.Sum(field => (long)Encoding.UTF8.GetByteCount(field) + 1) - 1;
        if (length > longestLine)
        {
            _part.Rows++;
            _part.Findings.Fail(Rule.LineLength, null, $"at most {longestLine} bytes in a record", record.Line, $"{length} bytes");
        }
        else if (_names is null || record.Fields.Length != _names.Count)
        {
            _part.Rows++;
            ReportRagged(record);
        }
        else
        {
            _check.Check(record);
        }

        if (_part.Rows >= RecordsInPart)
        {
            EndPart();
            StartPart();
        }
    }

    private void ReportRagged(CsvRecord record)
    {
        if (_names is not null)
        {
            _part.Findings.Fail(Rule.CsvRecord, null, $"{_names.Count} values in each record", record.Line, $"{record.Fields.Length} values");
        }
    }

    private void ReportQuotes(CsvRecord record)
    {
        if (record.IsFaulty)
        {
            _part.Findings.Fail(Rule.CsvRecord, null, "quotes around whole values, and doubled within them", record.Line, rules.HasHidden
                ? Shown.HiddenRow(record.Fields.Sum(field => field.Length))
                : Shown.Of(string.Join(table.Csv.Delimiter, record.Fields)));
        }
    }

    // A blank line is allowed at the end of an object only.
    private void ReportBlankBefore()
    {
        if (_blank is { } blank)
        {
            _part.Findings.Fail(Rule.CsvRecord, null, "a record on each line", blank, PartResult.BlankLine);
            _blank = null;
        }
    }

    // The names are known once the first record is; what was said until then belongs to the part that goes on.
    private void StartNames() => _check.Begin(_part, _names ?? []);

    private void StartPart()
    {
        _part = result.NewPart();
        _check.Begin(_part, _names ?? []);
    }

    private void EndPart()
    {
        _check.End();
        result.Add(_number++, _part);
    }
}
