using System.Globalization;
using System.Text;
using System.Text.Json;
using Slipstream.Metadata.Reading;

namespace Slipstream.Metadata.Json;

/// <summary>Reads a file as JSON with positions; broken JSON and keys given twice become problems.</summary>
internal sealed class LocatedJsonReader(SourceText source, FileProblems problems)
{
    private const int MaximumDepth = 64;

    public LocatedJson? Read()
    {
        var reader = new Utf8JsonReader(source.Bytes, new JsonReaderOptions { MaxDepth = MaximumDepth });
        try
        {
            reader.Read();
            var root = ReadValue(ref reader, path: string.Empty);
            // Anything behind the value is refused here.
            reader.Read();
            return root;
        }
        catch (JsonException exception)
        {
            ReportBroken(exception, reader.CurrentDepth);
            return null;
        }
    }

    private LocatedJson ReadValue(ref Utf8JsonReader reader, string path)
    {
        var start = (int)reader.TokenStartIndex;
        var value = new LocatedJson { Path = path, Position = source.At(start), Kind = KindOf(reader.TokenType) };
        value = value.Kind switch
        {
            JsonValueKind.Object => value with { Members = ReadMembers(ref reader, value) },
            JsonValueKind.Array => value with { Items = ReadItems(ref reader, path) },
            JsonValueKind.String => value with { Text = ReadText(ref reader, path) },
            JsonValueKind.Null => value,
            _ => value with { Text = Encoding.UTF8.GetString(reader.ValueSpan) },
        };
        return value with { Bytes = start..(int)reader.BytesConsumed };
    }

    private List<LocatedMember> ReadMembers(ref Utf8JsonReader reader, LocatedJson parent)
    {
        var members = new List<LocatedMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = (int)reader.TokenStartIndex..(int)(reader.TokenStartIndex + reader.ValueSpan.Length + 2);
            var position = source.At(key.Start.Value);
            var name = ReadText(ref reader, parent.Path);
            var path = parent.Child(name);
            reader.Read();
            members.Add(new LocatedMember(name, position, ReadValue(ref reader, path)) { Key = key });
            if (!names.Add(name))
            {
                problems.Add(position, path, $"The key {Excerpt.Of(name)} stands here a second time. Remove one of the two.");
            }
        }

        return members;
    }

    private List<LocatedJson> ReadItems(ref Utf8JsonReader reader, string path)
    {
        var items = new List<LocatedJson>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ReadValue(ref reader, string.Create(CultureInfo.InvariantCulture, $"{path}[{items.Count}]")));
        }

        return items;
    }

    private string ReadText(ref Utf8JsonReader reader, string path)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            problems.Add(
                source.At((int)reader.TokenStartIndex), path, "The text is not Unicode. Save the file as UTF-8 and write no half of a surrogate pair.");
            return string.Empty;
        }
    }

    private void ReportBroken(JsonException exception, int depth)
    {
        var offset = source.Offset(exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);
        problems.Add(source.At(offset), string.Empty, depth >= MaximumDepth - 1 && source.Show(offset) is "'['" or "'{'"
            ? string.Create(CultureInfo.InvariantCulture, $"The JSON nests deeper than {MaximumDepth} levels. Write it flatter.")
            : $"The file stops being JSON at {source.Show(offset)}. Look here and just before for a comma, quote or bracket too few or too many.");
    }

    private static JsonValueKind KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => JsonValueKind.Object,
        JsonTokenType.StartArray => JsonValueKind.Array,
        JsonTokenType.String => JsonValueKind.String,
        JsonTokenType.Number => JsonValueKind.Number,
        JsonTokenType.True => JsonValueKind.True,
        JsonTokenType.False => JsonValueKind.False,
        JsonTokenType.Null => JsonValueKind.Null,
        _ => throw new InvalidOperationException($"'{token}' starts no value."),
    };
}
