using System.Text.Json;
using System.Text.Json.Serialization;

namespace Slipstream.Catalog.Commits;

/// <summary>Writes a value type of ours as JSON text.</summary>
internal abstract class TextConverter<T>(Func<string, T> parse) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString() ?? throw new JsonException("A text is expected, not null.");
        try
        {
            return parse(text);
        }
        catch (FormatException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value!.ToString());
}
