using System.Text;
using System.Text.Json.Nodes;

namespace Slipstream.DagGen.Yaml;

/// <summary>Writes a tree of objects, lists and values as a YAML document, in blocks.</summary>
internal static class YamlWriter
{
    public static string Write(JsonObject document)
    {
        var text = new StringBuilder();
        WriteObject(text, document, 0);
        return text.ToString();
    }

    // The first field of an item of a list stands behind its dash.
    private static void WriteObject(StringBuilder text, JsonObject node, int depth, bool isItem = false)
    {
        foreach (var (place, (key, value)) in node.Index())
        {
            Indent(text, isItem && place == 0 ? 0 : depth);
            text.Append(YamlScalar.Of(key)).Append(':');
            WriteBehind(text, value, depth);
        }
    }

    private static void WriteBehind(StringBuilder text, JsonNode? value, int depth)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } inner:
                text.Append('\n');
                WriteObject(text, inner, depth + 1);
                break;
            case JsonArray { Count: > 0 } items:
                text.Append('\n');
                WriteItems(text, items, depth);
                break;
            default:
                text.Append(' ').Append(Scalar(value)).Append('\n');
                break;
        }
    }

    private static void WriteItems(StringBuilder text, JsonArray items, int depth)
    {
        foreach (var item in items)
        {
            Indent(text, depth);
            text.Append("- ");
            switch (item)
            {
                case JsonObject { Count: > 0 } inner:
                    WriteObject(text, inner, depth + 1, isItem: true);
                    break;
                case JsonArray { Count: > 0 }:
                    throw new NotSupportedException("Lists of lists are not written: Kubernetes has none.");
                default:
                    text.Append(Scalar(item)).Append('\n');
                    break;
            }
        }
    }

    private static string Scalar(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => "{}",
        JsonArray => "[]",
        JsonValue scalar when scalar.TryGetValue<string>(out var text) => YamlScalar.Of(text),
        // Numbers and truth values are the same in both languages.
        _ => value.ToJsonString(),
    };

    private static void Indent(StringBuilder text, int depth) => text.Append(' ', depth * 2);
}
