using System.Text.Json;

namespace Slipstream.Stages.TestExtract.Checks.Nested;

/// <summary>What a value inside a nested one must be.</summary>
internal abstract class NestedValue
{
    /// <summary>Checks the value on which the reader stands and leaves the reader on its last token. Null is a value of every type.</summary>
    public void Check(ref Utf8JsonReader reader, string path, NestedFaults faults)
    {
        if (reader.TokenType != JsonTokenType.Null)
        {
            CheckValue(ref reader, path, faults);
        }
    }

    protected abstract void CheckValue(ref Utf8JsonReader reader, string path, NestedFaults faults);

    /// <summary>Reports a value of another kind and passes over it.</summary>
    protected static void Refuse(ref Utf8JsonReader reader, string path, string expected, NestedFaults faults)
    {
        faults.Add(Rule.Type, path, expected, reader.TokenType switch
        {
            JsonTokenType.StartObject => "an object"u8,
            JsonTokenType.StartArray => "a list"u8,
            _ => reader.ValueSpan,
        });
        reader.Skip();
    }
}
