using System.Text.Json;
using System.Text.Json.Nodes;
using Slipstream.Testing;

namespace Slipstream.DagGen.Tests.Kubernetes;

/// <summary>
/// Manifests against Kubernetes' published OpenAPI document (<c>OpenApi/README.md</c>), as strictly as <c>kubectl --validate=strict</c>: what the
/// document does not name is refused.
/// </summary>
internal static class KubernetesSchema
{
    private static readonly JsonObject Definitions =
        JsonNode.Parse(File.ReadAllText(Repository.Path("tests", "DagGen.Tests", "Kubernetes", "OpenApi", "core-v1.json")))!["definitions"]!.AsObject();

    private static readonly Dictionary<(string? Version, string? Kind), JsonObject> Kinds = Definitions
        .SelectMany(definition => (definition.Value!["x-kubernetes-group-version-kind"]?.AsArray() ?? []).Select(kind => (Kind: kind!, Schema: definition.Value.AsObject())))
        .Where(found => (string?)found.Kind["group"] == string.Empty)
        .ToDictionary(found => ((string?)found.Kind["version"], (string?)found.Kind["kind"]), found => found.Schema);

    /// <returns>What the API server would refuse; empty if nothing.</returns>
    public static IReadOnlyList<string> Faults(JsonNode? manifest) =>
        manifest is JsonObject document && Kinds.TryGetValue((Text(document["apiVersion"]), Text(document["kind"])), out var schema)
            ? [.. Faults(document, schema, Text(document["kind"])!)]
            : [$"no kind of manifest: {manifest?["apiVersion"]} {manifest?["kind"]}"];

    private static IEnumerable<string> Faults(JsonNode? node, JsonObject schema, string path)
    {
        if (Text(schema["$ref"]) is { } reference)
        {
            return Faults(node, Definitions[reference.Split('/')[^1]]!.AsObject(), path);
        }

        return (Text(schema["type"]), node?.GetValueKind()) switch
        {
            ("object", JsonValueKind.Object) => Fields(node!.AsObject(), schema, path),
            ("array", JsonValueKind.Array) => node!.AsArray().SelectMany((item, place) => Faults(item, schema["items"]!.AsObject(), $"{path}[{place}]")),
            ("string", JsonValueKind.String) => [],
            ("string", JsonValueKind.Number) when Text(schema["format"]) == "int-or-string" => [],
            ("boolean", JsonValueKind.True or JsonValueKind.False) => [],
            ("integer", JsonValueKind.Number) when IsWhole(node!.AsValue(), Text(schema["format"])) => [],
            var (type, _) => [$"{path} is no {type}: {node?.ToJsonString() ?? "null"}"],
        };
    }

    // An object without either holds what it likes.
    private static IEnumerable<string> Fields(JsonObject node, JsonObject schema, string path) => (schema["properties"], schema["additionalProperties"]) switch
    {
        (JsonObject properties, _) =>
        [
            .. (schema["required"]?.AsArray() ?? []).Where(name => !node.ContainsKey(Text(name)!)).Select(name => $"{path} lacks {name}"),
            .. node.SelectMany(field => properties[field.Key] is JsonObject inner ? Faults(field.Value, inner, $"{path}.{field.Key}") : [$"{path} has the unknown field {field.Key}"]),
        ],
        (_, JsonObject values) => node.SelectMany(field => Faults(field.Value, values, $"{path}.{field.Key}")),
        _ => [],
    };

    private static bool IsWhole(JsonValue value, string? format) => format == "int32" ? value.TryGetValue<int>(out _) : value.TryGetValue<long>(out _);

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
