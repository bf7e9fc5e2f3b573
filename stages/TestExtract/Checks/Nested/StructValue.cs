using System.Text.Json;

namespace Slipstream.Stages.TestExtract.Checks.Nested;

/// <summary>An object with the fields of a struct: each once, in any order.</summary>
internal sealed class StructValue(IReadOnlyList<(string Name, NestedValue Value)> fields, string name) : NestedValue
{
    protected override void CheckValue(ref Utf8JsonReader reader, string path, NestedFaults faults)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            Refuse(ref reader, path, name, faults);
            return;
        }

        var seen = new bool[fields.Count];
        HashSet<string>? unknown = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var index = IndexOf(ref reader);
            if (index < 0)
            {
                var below = $"{path}.{reader.GetString()}";
                if (!(unknown ??= new HashSet<string>(StringComparer.Ordinal)).Add(below))
                {
                    faults.Add(Rule.UniqueNames, below, "each name once in a struct", "the name again"u8);
                }

                faults.AddUnknown(below);
                reader.Read();
                reader.Skip();
                continue;
            }

            CheckField(ref reader, index, path, seen, faults);
        }

        ReportMissing(seen, path, faults);
    }

    private void CheckField(ref Utf8JsonReader reader, int index, string path, bool[] seen, NestedFaults faults)
    {
        var below = faults.IsQuiet ? path : $"{path}.{fields[index].Name}";
        if (seen[index])
        {
            faults.Add(Rule.UniqueNames, below, "each name once in a struct", "the name again"u8);
        }

        seen[index] = true;
        reader.Read();
        fields[index].Value.Check(ref reader, below, faults);
    }

    private void ReportMissing(bool[] seen, string path, NestedFaults faults)
    {
        for (var i = 0; i < seen.Length; i++)
        {
            if (!seen[i])
            {
                faults.AddMissing($"{path}.{fields[i].Name}");
            }
        }
    }

    private int IndexOf(ref Utf8JsonReader reader)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            if (reader.ValueTextEquals(fields[i].Name))
            {
                return i;
            }
        }

        return -1;
    }
}
