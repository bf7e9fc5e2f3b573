using System.Text.Json;
using System.Text.Unicode;
using Slipstream.Stages.TestExtract.Checks;

namespace Slipstream.Stages.TestExtract.Reading;

/// <summary>Reads any line, and says what is wrong with one that is no row. It is the authority on what a row is.</summary>
internal sealed class CarefulJson(NameTable names, RowCells cells, bool hidesRows)
{
    /// <summary>How deep objects and lists may nest.</summary>
    public const int MostLevels = 64;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = MostLevels };

    private readonly HashSet<string> _nameless = new(StringComparer.Ordinal);

    /// <summary>Reads a line without its newline; false if it is no row, which is then a finding.</summary>
    public bool TryRead(byte[] buffer, Range range, long line, Findings findings)
    {
        var bytes = buffer.AsSpan(range);
        cells.Begin(buffer);
        if (!Utf8.IsValid(bytes))
        {
            findings.Fail(Rule.Encoding, null, "text in UTF-8", line, Show(bytes));
            return false;
        }

        var reader = new Utf8JsonReader(bytes, Options);
        try
        {
            if (reader.Read() && reader.TokenType == JsonTokenType.StartObject && ReadColumns(ref reader, range.Start.Value, line, findings) && !reader.Read())
            {
                return true;
            }

            findings.Fail(Rule.JsonObject, null, PartResult.OneObject, line, Show(bytes));
        }
        catch (JsonException exception)
        {
            ReportBroken(bytes, reader, exception, line, findings);
        }
        catch (InvalidOperationException)
        {
            findings.Fail(Rule.JsonObject, null, "escapes that stand for text", line, Show(bytes));
        }

        return false;
    }

    private bool ReadColumns(ref Utf8JsonReader reader, int offset, long line, Findings findings)
    {
        _nameless.Clear();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var slot = SlotOf(ref reader, out var name);
            var isNew = slot >= 0 || _nameless.Add(name!);
            reader.Read();
            var cell = ReadValue(ref reader, offset);
            isNew = isNew && (slot < 0 || cells.TryAdd(slot, cell));
            if (!isNew)
            {
                findings.Fail(Rule.UniqueNames, name ?? names.TextOf(slot), "each name once in a row", line, "the name again");
            }
            else if (slot < 0)
            {
                cells.CountNameless();
            }
        }

        return true;
    }

    private int SlotOf(ref Utf8JsonReader reader, out string? name)
    {
        name = null;
        var bytes = reader.ValueIsEscaped ? System.Text.Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;
        var slot = names.Find(bytes);
        slot = slot < 0 ? names.Add(bytes) : slot;
        name = slot < 0 ? reader.GetString() : null;
        return slot;
    }

    private Cell ReadValue(ref Utf8JsonReader reader, int offset)
    {
        var start = offset + (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.String when reader.ValueIsEscaped:
                return ReadEscaped(ref reader, start);
            case JsonTokenType.String:
                return new Cell(CellKind.Text, IsCopied: false, start + 1, reader.ValueSpan.Length);
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                var kind = reader.TokenType == JsonTokenType.StartObject ? CellKind.Object : CellKind.List;
                reader.Skip();
                return new Cell(kind, IsCopied: false, start, offset + (int)reader.BytesConsumed - start);
            default:
                return new Cell(KindOf(reader.TokenType), IsCopied: false, start, reader.ValueSpan.Length);
        }
    }

    private Cell ReadEscaped(ref Utf8JsonReader reader, int start)
    {
        try
        {
            return cells.Copied(CellKind.Text, reader.CopyString(cells.Room(reader.ValueSpan.Length)));
        }
        catch (InvalidOperationException)
        {
            return new Cell(CellKind.NoText, IsCopied: false, start + 1, reader.ValueSpan.Length);
        }
    }

    private void ReportBroken(ReadOnlySpan<byte> bytes, Utf8JsonReader reader, JsonException exception, long line, Findings findings)
    {
        if (reader.CurrentDepth >= MostLevels - 1 && exception.BytePositionInLine is { } at && at < bytes.Length && bytes[(int)at] is (byte)'{' or (byte)'[')
        {
            findings.Fail(Rule.Depth, null, $"at most {MostLevels} levels of objects and lists", line, Show(bytes));
        }
        else if (bytes.Contains((byte)0))
        {
            findings.Fail(Rule.Encoding, null, "text in UTF-8", line, $"{Show(bytes)} (with zero bytes, as UTF-16 has them)");
        }
        else
        {
            findings.Fail(Rule.JsonObject, null, PartResult.OneObject, line, $"{Show(bytes)} (broken at byte {exception.BytePositionInLine})");
        }
    }

    private string Show(ReadOnlySpan<byte> bytes) => hidesRows ? Shown.HiddenRow(bytes.Length) : Shown.Of(bytes);

    private static CellKind KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.Null => CellKind.Null,
        JsonTokenType.Number => CellKind.Number,
        JsonTokenType.True => CellKind.True,
        JsonTokenType.False => CellKind.False,
        _ => throw new InvalidOperationException($"'{token}' starts no value."),
    };
}
