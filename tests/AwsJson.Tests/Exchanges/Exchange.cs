using System.Text.Json.Nodes;

namespace Slipstream.AwsJson.Tests.Exchanges;

/// <summary>One request and what a server answered, without what is another at every time.</summary>
internal sealed record Exchange(string Operation, JsonObject Request, int Status, JsonObject Answer)
{
    private static readonly string[] Times = ["CreateTime", "UpdateTime", "CreationTime", "SubmissionDateTime", "CompletionDateTime"];

    public static Exchange Parse(JsonObject json) => new(
        (string)json["operation"]!, json["request"]!.AsObject(), (int)json["status"]!, json["answer"]!.AsObject());

    public JsonObject ToJson() => new()
    {
        ["operation"] = Operation,
        ["request"] = Request.DeepClone(),
        ["status"] = Status,
        ["answer"] = Answer.DeepClone(),
    };

    /// <summary>Sets times to 0 and takes away members without a value.</summary>
    public static JsonNode? Still(JsonNode? node) => node switch
    {
        JsonObject record => new JsonObject(record.Where(member => member.Value is not null)
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Times.Contains(member.Key) ? JsonValue.Create(0) : Still(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Still)]),
        _ => node?.DeepClone(),
    };
}
