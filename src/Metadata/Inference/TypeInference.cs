using System.Text.Json;

namespace Slipstream.Metadata.Inference;

/// <summary>Says of a JSON value what its column could be.</summary>
public static class TypeInference
{
    private const int MostDepth = 32;

    /// <summary>
    /// Looks at the value on which the reader stands and leaves the reader on the value's last token. Allocates only for lists,
    /// objects and texts with escapes. Names of fields must be text: whoever allows lone surrogates catches the reader's exception.
    /// </summary>
    /// <exception cref="JsonException">The rest is not JSON.</exception>
    public static InferredType Observe(ref Utf8JsonReader reader) => Observe(ref reader, depth: 0);

    private static InferredType Observe(ref Utf8JsonReader reader, int depth)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True or JsonTokenType.False:
                return InferredType.Boolean;
            case JsonTokenType.Number:
                return reader.HasValueSequence ? InferredType.Mixed : InferredType.OfNumber(reader.ValueSpan);
            case JsonTokenType.String:
                return reader.HasValueSequence || reader.ValueIsEscaped ? InferredType.Text : InferredType.OfText(reader.ValueSpan);
            case JsonTokenType.StartArray or JsonTokenType.StartObject when depth >= MostDepth:
                reader.Skip();
                return InferredType.Mixed;
            case JsonTokenType.StartArray:
                return ObserveList(ref reader, depth + 1);
            case JsonTokenType.StartObject:
                return ObserveStruct(ref reader, depth + 1);
            default:
                return InferredType.Null;
        }
    }

    private static InferredType ObserveList(ref Utf8JsonReader reader, int depth)
    {
        var element = InferredType.Null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            element = InferredType.Join(element, Observe(ref reader, depth));
        }

        return InferredType.ListOf(element);
    }

    private static InferredType ObserveStruct(ref Utf8JsonReader reader, int depth)
    {
        var fields = new List<InferredField>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            fields.Add(new InferredField(name, Observe(ref reader, depth)));
        }

        return InferredType.StructOf(fields);
    }
}
