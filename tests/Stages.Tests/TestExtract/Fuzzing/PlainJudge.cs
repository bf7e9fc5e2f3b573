using System.Text;
using System.Text.Json;

namespace Slipstream.Stages.Tests.TestExtract.Fuzzing;

/// <summary>
/// Says in the plainest way whether JSON lines fit the table of the fuzz run: another reading of the same rules, which is
/// slow and holds everything in memory.
/// </summary>
internal static class PlainJudge
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static bool Accepts(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble))
        {
            return false;
        }

        var lines = Encoding.Latin1.GetString(bytes).Split('\n').Select(line => line.TrimEnd('\r').Length == 0 ? string.Empty : line).ToList();
        var last = lines.FindLastIndex(line => line.Length > 0);
        return last >= 0 && lines.Take(last + 1).All(line => FitsTable(Encoding.Latin1.GetBytes(line)));
    }

    // name: character, not null; size: int; ratio: double; day: date; tags: array<character>; an unknown column is a warning.
    private static bool FitsTable(byte[] line)
    {
        try
        {
            Strict.GetCharCount(line);
            using var document = JsonDocument.Parse(line);
            var row = document.RootElement;
            if (row.ValueKind != JsonValueKind.Object)
            {
                return false;
            }

            var names = row.EnumerateObject().Select(member => member.Name).ToList();
            return names.Distinct().Count() == names.Count
                && row.EnumerateObject().All(member => IsText(member.Value))
                && row.GetProperty("name").ValueKind == JsonValueKind.String
                && Fits(row, "size", value => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _))
                && Fits(row, "ratio", value => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number))
                && Fits(row, "day", value => value.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", out _))
                && Fits(row, "tags", value => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind is JsonValueKind.String or JsonValueKind.Null));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or DecoderFallbackException)
        {
            return false;
        }
    }

    private static bool Fits(JsonElement row, string name, Func<JsonElement, bool> fits) =>
        row.GetProperty(name) is var value && (value.ValueKind == JsonValueKind.Null || fits(value));

    // Half a surrogate pair is JSON and no text: reading it throws.
    private static bool IsText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is not null,
        JsonValueKind.Array => value.EnumerateArray().All(IsText),
        JsonValueKind.Object => value.EnumerateObject().All(member => member.Name is not null && IsText(member.Value)),
        _ => true,
    };
}
