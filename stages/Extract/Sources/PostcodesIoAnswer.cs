using System.Text.Json;
using System.Text.Unicode;
using Slipstream.Stages.Extract.Http;

namespace Slipstream.Stages.Extract.Sources;

/// <summary>
/// Makes a flat row of an answer <c>{"status":200,"result":{…,"codes":{…}}}</c>: the keys of <c>result</c> in the API's
/// order, then <c>codes_*</c>, then <c>index</c>. Keys that nobody knows yet pass through: TestExtract speaks of them.
/// </summary>
internal static class PostcodesIoAnswer
{
    private const string Codes = "codes";

    public static ReadOnlyMemory<byte> Flatten(Answer answer)
    {
        using var json = Parse(answer);
        var result = Part(answer, json.RootElement, "the answer", "result");
        var codes = Part(answer, result, "'result'", Codes);
        var row = new FlatRow(answer);
        foreach (var property in result.EnumerateObject().Where(property => !property.NameEquals(Codes)))
        {
            row.Copy(string.Empty, property);
        }

        foreach (var property in codes.EnumerateObject())
        {
            row.Copy(Codes + "_", property);
        }

        return row.Close("index", answer.Number);
    }

    private static JsonDocument Parse(Answer answer)
    {
        if (!Utf8.IsValid(answer.Body))
        {
            throw SourceFailure.Unreadable(answer, "it is not UTF-8");
        }

        try
        {
            return JsonDocument.Parse(answer.Body);
        }
        catch (JsonException exception)
        {
            throw SourceFailure.Unreadable(answer, "it is not JSON", exception);
        }
    }

    private static JsonElement Part(Answer answer, JsonElement parent, string parentName, string name)
    {
        if (parent.ValueKind != JsonValueKind.Object)
        {
            throw SourceFailure.OtherShape(answer, $"{parentName} is not a JSON object");
        }

        var found = parent.EnumerateObject().Where(property => property.NameEquals(name)).Select(property => property.Value).ToList();
        return found switch
        {
            [{ ValueKind: JsonValueKind.Object } part] => part,
            [{ ValueKind: JsonValueKind.Null }] => throw SourceFailure.OtherShape(answer, $"'{name}' is null"),
            [_] => throw SourceFailure.OtherShape(answer, $"'{name}' is not a JSON object"),
            [] => throw SourceFailure.OtherShape(answer, $"{parentName} has no '{name}'"),
            _ => throw SourceFailure.OtherShape(answer, $"'{name}' occurs twice"),
        };
    }
}
