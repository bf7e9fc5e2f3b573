using System.Text.Json.Nodes;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Tests.Support;

/// <summary>What the stub prints, from parts of the model.</summary>
internal static class Json
{
    /// <summary>An object without the members that are null.</summary>
    public static JsonObject Map(IEnumerable<(string Name, JsonNode? Value)> members) =>
        new(members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Name, member.Value)));

    public static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)text)]);

    public static JsonNode Asset(Asset asset) => asset.Name is { } name ? Map([("name", name), ("uri", asset.Uri)]) : asset.Uri;

    /// <summary>A word in snake case.</summary>
    public static string Word(Enum value) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>One of Kubernetes' objects.</summary>
    public static JsonObject Kind(string kind, params IEnumerable<(string Name, JsonNode? Value)> members) => Map([("kind", kind), .. members]);
}
