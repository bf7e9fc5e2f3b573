using System.Text.Json;
using System.Text.Unicode;

namespace Slipstream.Rows.Json;

/// <summary>Reads any line, and says what is wrong with one that is no row. It is the authority on what a row is.</summary>
public sealed class CarefulJson(NameTable names, RowCells cells, bool hidesRows)
{
    /// <summary>How deep objects and lists may nest.</summary>
    public const int MostLevels = 64;

    /// <summary>What each line must be.</summary>
    public const string OneObject = "one JSON object on each line";

    private static readonly JsonReaderOptions Options = new() { MaxDepth = MostLevels };

    private readonly HashSet<string> _nameless = new(StringComparer.Ordinal);

    /// <summary>Reads a line without its newline; false, and a complaint, if it is no row.</summary>
    public bool TryRead(byte[] buffer, Range range, long line, ILineComplaints complaints)
    {
        var bytes = buffer.AsSpan(range);
        cells.Begin(buffer);
        if (!Utf8.IsValid(bytes))
        {
            complaints.Complain(LineFault.Encoding, null, "text in UTF-8", line, Show(bytes));
            return false;
        }

        var reader = new Utf8JsonReader(bytes, Options);
        try
        {
            if (reader.Read() && reader.TokenType == JsonTokenType.StartObject && ReadColumns(ref reader, range.Start.Value, line, complaints) && !reader.Read())
            {
                return true;
            }

            complaints.Complain(LineFault.NoObject, null, OneObject, line, Show(bytes));
        }
        catch (JsonException exception)
        {
            ReportBroken(bytes, reader, exception, line, complaints);
        }
        catch (InvalidOperationException)
        {
            complaints.Complain(LineFault.NoObject, null, "escapes that stand for text", line, Show(bytes));
        }

        return false;
    }

    private bool ReadColumns(ref Utf8JsonReader reader, int offset, long line, ILineComplaints complaints)
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
                complaints.Complain(LineFault.RepeatedName, name ?? names.TextOf(slot), "each name once in a row", line, "the name again");
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

    private void ReportBroken(ReadOnlySpan<byte> bytes, Utf8JsonReader reader, JsonException exception, long line, ILineComplaints complaints)
    {
        if (reader.CurrentDepth >= MostLevels - 1 && exception.BytePositionInLine is { } at && at < bytes.Length && bytes[(int)at] is (byte)'{' or (byte)'[')
        {
            complaints.Complain(LineFault.Depth, null, $"at most {MostLevels} levels of objects and lists", line, Show(bytes));
        }
        else if (bytes.Contains((byte)0))
        {
            complaints.Complain(LineFault.Encoding, null, "text in UTF-8", line, $"{Show(bytes)} (with zero bytes, as UTF-16 has them)");
        }
        else
        {
            complaints.Complain(LineFault.NoObject, null, OneObject, line, $"{Show(bytes)} (broken at byte {exception.BytePositionInLine})");
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
