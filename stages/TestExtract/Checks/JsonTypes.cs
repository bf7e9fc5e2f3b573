using System.Globalization;
using System.Text.Json;
using Slipstream.Metadata.Types;

namespace Slipstream.Stages.TestExtract.Checks;

/// <summary>Says whether a JSON value is of a metadata type, exactly: an int has 32 bits and no fraction.</summary>
internal static class JsonTypes
{
    private static readonly string[] DateTimeFormats = ["yyyy-MM-dd HH:mm:ss.FFFFFF", "yyyy-MM-ddTHH:mm:ss.FFFFFF"];

    /// <summary>Tests the value on which the reader stands and leaves the reader on the value's last token.</summary>
    public static bool Matches(ref Utf8JsonReader reader, ColumnType type)
    {
        switch (type)
        {
            case ArrayType array:
                return MatchesArray(ref reader, array);
            case StructType record:
                return MatchesStruct(ref reader, record);
            default:
                var matches = type is DecimalType number
                    ? reader.TokenType == JsonTokenType.Number && Fits(reader.ValueSpan, number)
                    : MatchesSimple(reader, ((SimpleType)type).Kind);
                reader.Skip();
                return matches;
        }
    }

    private static bool MatchesSimple(Utf8JsonReader reader, SimpleKind kind) => (kind, reader.TokenType) switch
    {
        (SimpleKind.Character, JsonTokenType.String) => !reader.ValueIsEscaped || IsText(reader),
        (SimpleKind.Int, JsonTokenType.Number) => reader.TryGetInt32(out _),
        (SimpleKind.Long, JsonTokenType.Number) => reader.TryGetInt64(out _),
        (SimpleKind.Float, JsonTokenType.Number) => reader.TryGetSingle(out var number) && float.IsFinite(number),
        (SimpleKind.Double, JsonTokenType.Number) => reader.TryGetDouble(out var number) && double.IsFinite(number),
        (SimpleKind.Boolean, JsonTokenType.True or JsonTokenType.False) => true,
        (SimpleKind.Binary, JsonTokenType.String) => reader.TryGetBytesFromBase64(out _),
        (SimpleKind.Date, JsonTokenType.String) => DateOnly.TryParseExact(
            reader.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        (SimpleKind.DateTime, JsonTokenType.String) => DateTime.TryParseExact(
            reader.GetString(), DateTimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => false,
    };

    // An escape such as \ud800 alone is JSON but no text.
    private static bool IsText(Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    // The digits as written: a double in between would lose some.
    private static bool Fits(ReadOnlySpan<byte> text, DecimalType type)
    {
        if (text.IndexOfAny((byte)'e', (byte)'E') >= 0)
        {
            return false;
        }

        var digits = text[0] == '-' ? text[1..] : text;
        var point = digits.IndexOf((byte)'.');
        var whole = (point < 0 ? digits : digits[..point]).TrimStart((byte)'0');
        var fraction = point < 0 ? [] : digits[(point + 1)..].TrimEnd((byte)'0');
        return whole.Length <= type.Precision - type.Scale && fraction.Length <= type.Scale;
    }

    private static bool MatchesArray(ref Utf8JsonReader reader, ArrayType type)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return false;
        }

        var matches = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            matches &= MatchesOrNull(ref reader, type.Element);
        }

        return matches;
    }

    private static bool MatchesStruct(ref Utf8JsonReader reader, StructType type)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return false;
        }

        var matches = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString();
            reader.Read();
            if (type.Fields.FirstOrDefault(field => field.Name == name) is { } known)
            {
                matches &= MatchesOrNull(ref reader, known.Type);
            }
            else
            {
                // Readers of the curated table would never see it.
                matches = false;
                reader.Skip();
            }
        }

        return matches;
    }

    private static bool MatchesOrNull(ref Utf8JsonReader reader, ColumnType type) =>
        reader.TokenType == JsonTokenType.Null || Matches(ref reader, type);
}
