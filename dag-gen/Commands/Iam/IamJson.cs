using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipstream.Iam.Evaluation;

namespace Slipstream.DagGen.Commands.Iam;

/// <summary>Answers for programs.</summary>
internal static class IamJson
{
    private static readonly JsonSerializerOptions Form = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task WriteAsync(Terminal terminal, JsonNode answer) => terminal.Out.WriteLineAsync(answer.ToJsonString(Form));

    public static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> of) => new([.. items.Select(of)]);

    public static JsonArray Texts(IEnumerable<string> texts) => List(texts, text => JsonValue.Create(text));

    /// <summary>A right; <c>resource</c> and <c>principal</c> only where the kind of policy has them.</summary>
    public static JsonObject Of(Atom atom)
    {
        var right = new JsonObject { ["statement"] = atom.Sid, ["action"] = atom.Action };
        Add(right, "resource", atom.Resource);
        Add(right, "principal", atom.Principal);
        right["conditions"] = List(atom.Conditions, condition => new JsonObject
        {
            ["operator"] = condition.Operator,
            ["key"] = condition.Key,
            ["values"] = Texts(condition.Values),
        });
        return right;
    }

    private static void Add(JsonObject right, string name, string text)
    {
        if (text.Length > 0)
        {
            right[name] = text;
        }
    }
}
