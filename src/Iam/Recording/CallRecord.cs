using System.Text.Json;
using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Reading;

namespace Slipstream.Iam.Recording;

/// <summary>
/// A file of recorded calls: JSON lines, each with <c>role</c>, <c>scenario</c>, <c>operation</c> and <c>requests</c>, and each request with
/// <c>action</c>, <c>resource</c> and <c>context</c>, whose keys have lists of texts.
/// </summary>
public static class CallRecord
{
    /// <summary>Reads such a file.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">The file, as messages shall name it.</param>
    /// <exception cref="PolicyException">A line is no call.</exception>
    public static IReadOnlyList<RecordedCall> Read(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.Split('\n').Select((line, number) => (line, number + 1))
            .Where(pair => pair.line.Trim().Length > 0)
            .Select(pair => Call(pair.line, file, pair.Item2))];
    }

    /// <summary>Writes one call as a line, without the line's end.</summary>
    public static string Write(RecordedCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return Policies.JsonText.Write(default, json => WriteCall(json, call)).TrimEnd('\n');
    }

    private static RecordedCall Call(string line, string file, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var call = document.RootElement;
            return new RecordedCall(
                Text(call, "role"), Text(call, "scenario"), Text(call, "operation"),
                [.. call.GetProperty("requests").EnumerateArray().Select(Request)]);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw PolicyException.NotACall(file, number, exception);
        }
    }

    private static AccessRequest Request(JsonElement request) => new(
        Text(request, "action"),
        Text(request, "resource"),
        request.GetProperty("context").EnumerateObject().ToDictionary(
            key => key.Name,
            key => (IReadOnlyList<string>)[.. key.Value.EnumerateArray().Select(value => value.GetString()!)],
            StringComparer.OrdinalIgnoreCase));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? throw new KeyNotFoundException(name);

    private static void WriteCall(Utf8JsonWriter json, RecordedCall call)
    {
        json.WriteStartObject();
        json.WriteString("role", call.Role);
        json.WriteString("scenario", call.Scenario);
        json.WriteString("operation", call.Operation);
        json.WriteStartArray("requests");
        foreach (var request in call.Requests)
        {
            WriteRequest(json, request);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRequest(Utf8JsonWriter json, AccessRequest request)
    {
        json.WriteStartObject();
        json.WriteString("action", request.Action);
        json.WriteString("resource", request.Resource);
        json.WriteStartObject("context");
        foreach (var (key, values) in request.Context.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.WriteStartArray(key);
            foreach (var value in values)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
