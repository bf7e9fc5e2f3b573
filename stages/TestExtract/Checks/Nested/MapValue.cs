using System.Text;
using System.Text.Json;
using Slipstream.Rows;
using Slipstream.Rows.Types;

namespace Slipstream.Stages.TestExtract.Checks.Nested;

/// <summary>An object whose names are the keys of a map, each once.</summary>
internal sealed class MapValue(TypeRule key, string keyName, NestedValue value, string name) : NestedValue
{
    protected override void CheckValue(ref Utf8JsonReader reader, string path, NestedFaults faults)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            Refuse(ref reader, path, name, faults);
            return;
        }

        // Keys are data: the path does not show them.
        var below = faults.IsQuiet ? path : $"{path}[]";
        var seen = new KeysOfMap(key);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var bytes = Encoding.UTF8.GetBytes(reader.GetString()!);
            if (!seen.TryAdd(bytes))
            {
                faults.Add(Rule.UniqueNames, below, "each key once in a map", bytes);
            }

            // Names are always texts in JSON: a key is read as a value of CSV is.
            if (!key.TryRead(CellKind.Plain, bytes, out _))
            {
                faults.Add(Rule.Type, below, $"keys of {keyName}", bytes);
            }

            reader.Read();
            value.Check(ref reader, below, faults);
        }
    }
}
