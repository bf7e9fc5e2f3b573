using System.Text.Json;
using System.Text.Json.Nodes;

namespace Slipstream.DagGen.Tests.Concourse;

/// <summary>What Concourse takes as a pipeline, as far as ours goes, written from its documentation: https://concourse-ci.org/docs/pipelines/</summary>
internal static class PipelineShape
{
    // Type: its fields, '!' marks those that must be there. '*' is any object, '[]' marks a list, 'step' is one of the steps below.
    private const string Table = """
        pipeline: jobs!=job[] resources=resource[] resource_types=resource_type[] groups=group[]
        group: name!=text jobs!=text[]
        job: name!=identifier plan!=step[] serial=truth serial_groups=text[] max_in_flight=number public=truth disable_manual_trigger=truth interruptible=truth
        resource: name!=identifier type!=text source!=* icon=text version=* check_every=text check_timeout=text expose_build_created_by=truth tags=text[] public=truth webhook_token=text
        resource_type: name!=identifier type!=text source!=* params=* privileged=truth check_every=text tags=text[] defaults=*
        get: get!=identifier resource=identifier passed=text[] params=* trigger=truth version=any timeout=text attempts=number tags=text[]
        put: put!=identifier resource=identifier inputs=any params=* get_params=* no_get=truth timeout=text attempts=number tags=text[]
        task: task!=identifier config=config file=text image=identifier privileged=truth vars=* params=* input_mapping=* output_mapping=* timeout=text attempts=number tags=text[]
        load_var: load_var!=identifier file!=text format=text reveal=truth
        config: platform!=text image_resource=anonymous inputs=input[] outputs=output[] caches=cache[] params=* run!=command rootfs_uri=text container_limits=*
        anonymous: type!=text source!=* params=* version=*
        input: name!=text path=text optional=truth
        output: name!=text path=text
        cache: path!=text
        command: path!=text args=text[] dir=text user=text
        """;

    private static readonly string[] Steps = ["get", "put", "task", "load_var"];

    private static readonly Dictionary<string, List<(string Name, string Type, bool IsRequired)>> Types = Table.Split('\n').Select(line => line.Split(": ")).ToDictionary(
        parts => parts[0],
        parts => parts[1].Split(' ').Select(field => field.Split('=')).Select(field => (field[0].TrimEnd('!'), field[1], field[0].EndsWith('!'))).ToList());

    /// <returns>What Concourse would refuse; empty if nothing.</returns>
    public static IReadOnlyList<string> Faults(JsonNode pipeline) => [.. Faults(pipeline, "pipeline", "pipeline"), .. Names(pipeline)];

    private static IEnumerable<string> Faults(JsonNode? node, string type, string path) => type switch
    {
        "any" => [],
        "*" => node is JsonObject ? [] : [$"{path} is no object"],
        "text" => Is(node, path, "text", JsonValueKind.String),
        "number" => Is(node, path, "number", JsonValueKind.Number),
        "truth" => Is(node, path, "truth value", JsonValueKind.True, JsonValueKind.False),
        "identifier" => Identifier(node, path),
        [.. var item, '[', ']'] => node is JsonArray { Count: > 0 } items
            ? items.SelectMany((each, place) => Faults(each, item, $"{path}[{place}]"))
            : [$"{path} is no list with items"],
        "step" => Step(node, path),
        _ => Fields(node, type, path),
    };

    private static IEnumerable<string> Step(JsonNode? node, string path) => Steps.Where(step => node is JsonObject fields && fields.ContainsKey(step)).ToList() switch
    {
        [var step] => Fields(node, step, path).Concat(step == "task" && (node!["config"] is null) == (node["file"] is null) ? [$"{path} needs either config or file"] : []),
        _ => [$"{path} is not one of the steps {string.Join(", ", Steps)}"],
    };

    private static IEnumerable<string> Fields(JsonNode? node, string type, string path)
    {
        if (node is not JsonObject given)
        {
            return [$"{path} is no {type}"];
        }

        var fields = Types[type];
        return fields.Where(field => field.IsRequired && !given.ContainsKey(field.Name)).Select(field => $"{path} lacks {field.Name}")
            .Concat(given.SelectMany(pair => fields.Find(field => field.Name == pair.Key) is { Type: { } inner }
                ? Faults(pair.Value, inner, $"{path}.{pair.Key}")
                : [$"{path} has the field '{pair.Key}', which a {type} lacks"]));
    }

    private static IEnumerable<string> Is(JsonNode? node, string path, string word, params JsonValueKind[] kinds) =>
        node is not null && kinds.Contains(node.GetValueKind()) ? [] : [$"{path} is no {word}"];

    // https://concourse-ci.org/docs/config-basics/#identifier-schema
    private static IEnumerable<string> Identifier(JsonNode? node, string path) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 && char.IsLetter(text[0]) && !char.IsUpper(text[0]) && text.All(c => char.IsAsciiLetterLower(c) || char.IsDigit(c) || c is '-' or '_' or '.')
            ? []
            : [$"{path} is no identifier"];

    // What steps name must be there, and what a task reads must come from a step before it.
    private static IEnumerable<string> Names(JsonNode pipeline)
    {
        var resources = List(pipeline["resources"]).Select(resource => (string)resource["name"]!).ToList();
        var jobs = List(pipeline["jobs"]).Select(job => (string)job["name"]!).ToList();
        foreach (var twice in resources.Concat(jobs).GroupBy(name => name).Where(group => group.Count() > 1))
        {
            yield return $"'{twice.Key}' is there twice";
        }

        var used = new HashSet<string>();
        foreach (var (job, step, artifacts) in List(pipeline["jobs"]).SelectMany(StepsOf))
        {
            var resource = (string?)(step["get"] ?? step["put"]);
            used.Add(resource ?? string.Empty);
            foreach (var fault in StepFaults(step, resource, artifacts, resources, jobs))
            {
                yield return $"{job}: {fault}";
            }
        }

        foreach (var idle in resources.Except(used))
        {
            yield return $"resource '{idle}' is not used";
        }
    }

    private static IEnumerable<string> StepFaults(JsonNode step, string? resource, HashSet<string> artifacts, List<string> resources, List<string> jobs) =>
    [
        .. resource is not null && !resources.Contains(resource) ? [$"no resource '{resource}'"] : Array.Empty<string>(),
        .. Texts(step["passed"]).Except(jobs).Select(name => $"passed names no job '{name}'"),
        .. List(step["config"]?["inputs"]).Select(input => (string)input["name"]!).Where(name => !artifacts.Contains(name)).Select(name => $"no step before gives '{name}'"),
        .. step["load_var"] is not null && !artifacts.Contains(((string)step["file"]!).Split('/')[0]) ? [$"no step before gives {step["file"]}"] : Array.Empty<string>(),
    ];

    private static IEnumerable<(string Job, JsonNode Step, HashSet<string> Before)> StepsOf(JsonNode job)
    {
        var artifacts = new HashSet<string>();
        foreach (var step in List(job["plan"]))
        {
            yield return ((string)job["name"]!, step, [.. artifacts]);
            artifacts.UnionWith(List(step["config"]?["outputs"]).Select(output => (string)output["name"]!));
            artifacts.Add((string?)(step["get"] ?? step["put"]) ?? string.Empty);
        }
    }

    private static IEnumerable<JsonNode> List(JsonNode? node) => (node as JsonArray)?.OfType<JsonNode>() ?? [];

    private static IEnumerable<string> Texts(JsonNode? node) => List(node).Select(text => (string)text!);
}
