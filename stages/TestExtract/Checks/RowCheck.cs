using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Slipstream.Metadata;

namespace Slipstream.Stages.TestExtract.Checks;

/// <summary>The rules for one row: a JSON object with the columns of the metadata.</summary>
internal sealed class RowCheck(TableMetadata table, Findings findings)
{
    private readonly ColumnCheck[] _columns = [.. table.DataColumns.Select(column => new ColumnCheck(column))];
    private readonly bool[] _seen = new bool[table.DataColumns.Count()];
    private readonly HashSet<string> _unknownInRow = new(StringComparer.Ordinal);

    public void Check(long line, ReadOnlySequence<byte> bytes)
    {
        var span = bytes.IsSingleSegment ? bytes.FirstSpan : bytes.ToArray();
        if (!Utf8.IsValid(span))
        {
            findings.Fail(Rule.JsonObject, null, "text in UTF-8", line, Head(bytes));
            return;
        }

        var reader = new Utf8JsonReader(span);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                findings.Fail(Rule.JsonObject, null, "one JSON object on each line", line, Head(bytes));
                return;
            }

            CheckColumns(ref reader, line);
            if (reader.Read())
            {
                findings.Fail(Rule.JsonObject, null, "one JSON object on each line", line, Head(bytes));
            }
        }
        catch (JsonException exception)
        {
            findings.Fail(Rule.JsonObject, null, "one JSON object on each line", line, $"{Head(bytes)} (broken at byte {exception.BytePositionInLine})");
            return;
        }
        catch (InvalidOperationException)
        {
            findings.Fail(Rule.JsonObject, null, "escapes that stand for text", line, Head(bytes));
            return;
        }

        ReportMissing(line);
    }

    private void CheckColumns(ref Utf8JsonReader reader, long line)
    {
        Array.Clear(_seen);
        _unknownInRow.Clear();
        var next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var index = IndexOf(ref reader, next);
            if (index < 0)
            {
                CountUnknown(reader.GetString()!, line);
                reader.Read();
                reader.Skip();
                continue;
            }

            next = index + 1;
            ReportIfSeen(index, line);
            reader.Read();
            _columns[index].Check(ref reader, line, findings);
        }
    }

    // Sources keep their order from row to row, so the next column is nearly always the one that is due.
    private int IndexOf(ref Utf8JsonReader reader, int due)
    {
        for (var i = 0; i < _columns.Length; i++)
        {
            var index = (due + i) % _columns.Length;
            if (reader.ValueTextEquals(_columns[index].Utf8Name))
            {
                return index;
            }
        }

        return -1;
    }

    private void CountUnknown(string name, long line)
    {
        if (!_unknownInRow.Add(name))
        {
            findings.Fail(Rule.UniqueNames, name, "each name once in a row", line, "the name again");
            return;
        }

        if (table.Drift.OfUnknown(name) is not DriftPolicy.Ignore and var policy)
        {
            var severity = policy == DriftPolicy.Fail ? Severity.Failure : Severity.Warning;
            findings.Add(Rule.UnknownColumn, severity, name, "only columns of the metadata", line, "a column that is not in them");
        }
    }

    private void ReportIfSeen(int index, long line)
    {
        if (_seen[index])
        {
            findings.Fail(Rule.UniqueNames, _columns[index].Name, "each name once in a row", line, "the name again");
        }

        _seen[index] = true;
    }

    private void ReportMissing(long line)
    {
        for (var i = 0; i < _columns.Length; i++)
        {
            if (!_seen[i])
            {
                findings.Fail(Rule.MissingColumn, _columns[i].Name, "the column in each row", line, "no such name");
            }
        }
    }

    private static string Head(ReadOnlySequence<byte> bytes)
    {
        const int Most = 80;
        var head = System.Text.Encoding.UTF8.GetString(bytes.Slice(0, Math.Min(bytes.Length, Most)).ToArray());
        return bytes.Length > Most ? head + "…" : head;
    }
}
