using System.Text;
using System.Text.Json;

namespace Slipstream.Iam.Reading;

/// <summary>Reads JSON into parts that know their lines.</summary>
internal ref struct JsonParts
{
    private readonly ReadOnlySpan<byte> _bytes;
    private Utf8JsonReader _reader;
    private int _line;
    private long _counted;

    private JsonParts(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
        _reader = new Utf8JsonReader(bytes);
        _line = 1;
    }

    /// <exception cref="PolicyException">It is no JSON.</exception>
    public static JsonPart Read(string text, string file)
    {
        var parts = new JsonParts(Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF')));
        try
        {
            parts._reader.Read();
            var part = parts.Value();
            parts._reader.Read();
            return part;
        }
        catch (JsonException exception)
        {
            throw PolicyException.NotJson(file, (int)(exception.LineNumber ?? 0) + 1, exception);
        }
        catch (InvalidOperationException exception)
        {
            // A string with half a surrogate pair.
            throw PolicyException.NotJson(file, parts._line, exception);
        }
    }

    private JsonPart Value()
    {
        var line = Line();
        return _reader.TokenType switch
        {
            JsonTokenType.StartObject => Object(line),
            JsonTokenType.StartArray => Array(line),
            JsonTokenType.String => JsonPart.Scalar(JsonValueKind.String, line, _reader.GetString()!),
            JsonTokenType.Number => JsonPart.Scalar(JsonValueKind.Number, line, Encoding.UTF8.GetString(_reader.ValueSpan)),
            JsonTokenType.True => JsonPart.Scalar(JsonValueKind.True, line, "true"),
            JsonTokenType.False => JsonPart.Scalar(JsonValueKind.False, line, "false"),
            _ => JsonPart.Scalar(JsonValueKind.Null, line, "null"),
        };
    }

    private JsonPart Object(int line)
    {
        var members = new List<(Located, JsonPart)>();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            var name = new Located(_reader.GetString()!, Line());
            _reader.Read();
            members.Add((name, Value()));
        }

        return new JsonPart(JsonValueKind.Object, line, string.Empty, [], members);
    }

    private JsonPart Array(int line)
    {
        var items = new List<JsonPart>();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Value());
        }

        return new JsonPart(JsonValueKind.Array, line, string.Empty, items, []);
    }

    private int Line()
    {
        _line += _bytes[(int)_counted..(int)_reader.TokenStartIndex].Count((byte)'\n');
        _counted = _reader.TokenStartIndex;
        return _line;
    }
}
