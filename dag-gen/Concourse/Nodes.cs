using System.Text.Json.Nodes;

namespace Slipstream.DagGen.Concourse;

/// <summary>Small pieces that the file is made of.</summary>
internal static class Nodes
{
    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)text)]);

    public static JsonArray List(params IEnumerable<JsonObject> items) => new([.. items]);
}
