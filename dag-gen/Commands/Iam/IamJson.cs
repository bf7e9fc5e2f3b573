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

    public static JsonObject Of(Atom atom) => new()
    {
        ["statement"] = atom.Sid,
        ["action"] = atom.Action,
        ["resource"] = atom.Resource,
        ["conditions"] = List(atom.Conditions, condition => new JsonObject
        {
            ["operator"] = condition.Operator,
            ["key"] = condition.Key,
            ["values"] = Texts(condition.Values),
        }),
    };
}
