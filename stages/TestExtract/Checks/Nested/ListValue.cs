using System.Text.Json;

namespace Slipstream.Stages.TestExtract.Checks.Nested;

/// <summary>A list inside a nested value.</summary>
internal sealed class ListValue(NestedValue element, string name) : NestedValue
{
    protected override void CheckValue(ref Utf8JsonReader reader, string path, NestedFaults faults)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            Refuse(ref reader, path, name, faults);
            return;
        }

        var below = faults.IsQuiet ? path : $"{path}[]";
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            element.Check(ref reader, below, faults);
        }
    }
}
