using Slipstream.DuckDb.Functions;
using Slipstream.Rows.Csv;
using Slipstream.Rows.Text;

namespace Slipstream.Stages.RunCurated.Raw;

/// <summary>CSV: so many records.</summary>
internal sealed class CsvPieces : IRawPieces
{
    private readonly RawTable _table;
    private readonly RawFile _file;
    private readonly RawFailures _failures;
    private readonly Utf8Watch _watch;
    private readonly CsvRecords _records;
    private readonly IAsyncEnumerator<CsvRecord> _each;
    private IReadOnlyList<string>? _names;

    private CsvPieces(RawTable table, RawFile file, Stream text, CancellationToken cancellationToken)
    {
        _table = table;
        _file = file;
        _failures = new RawFailures(table, file);
        _watch = new Utf8Watch(text, (line, found) => throw _failures.Of(line, null, $"the text is not UTF-8: {found}"));
        _records = new CsvRecords(_watch, table.Metadata.Csv, RawText.LongestLine);
        _each = _records.ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
    }

    public static async Task<CsvPieces> OpenAsync(RawTable table, RawFile file, Stream text, CancellationToken cancellationToken)
    {
        var (rest, _) = await ByteOrderMark.PassAsync(text, cancellationToken);
        return new CsvPieces(table, file, rest, cancellationToken);
    }

    public async Task<Action<RowFiller, DuckDbChunk>?> NextAsync(CancellationToken cancellationToken)
    {
        var records = new List<CsvRecord>();
        while (records.Count < DuckDbChunk.Capacity && await _each.MoveNextAsync())
        {
            var record = _each.Current;
            if (!record.IsBlank && !IsHeader(record))
            {
                records.Add(Whole(record));
            }
        }

        if (_records.RunawayLine is { } runaway)
        {
            throw _failures.Of(runaway, null, "the record does not end");
        }

        return records.Count > 0 ? (filler, chunk) => Fill(records, filler, chunk) : null;
    }

    public void Dispose()
    {
        _records.Dispose();
        _watch.Dispose();
    }

    private bool IsHeader(CsvRecord record)
    {
        if (_names is not null)
        {
            return false;
        }

        _names = CsvNames.Of(_table.Metadata.Csv, [.. _table.Columns.Select(column => column.Name)], record);
        return _table.Metadata.Csv.HasHeader;
    }

    private CsvRecord Whole(CsvRecord record) =>
        record.IsFaulty ? throw _failures.Of(record.Line, null, "quotes stand in wrong places")
        : record.Fields.Length != _names!.Count ? throw _failures.Of(record.Line, null, $"{_names.Count} values are expected, and there are {record.Fields.Length}")
        : record;

    private void Fill(List<CsvRecord> records, RowFiller filler, DuckDbChunk chunk)
    {
        filler.Csv.Name(_names!);
        foreach (var record in records)
        {
            filler.Csv.Take(record);
            filler.AddRow(chunk, _file, record.Line);
        }
    }
}
