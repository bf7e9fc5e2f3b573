using System.Text.Json;

namespace Slipstream.Iam.Reading;

/// <summary>A value of a JSON file with its line. Names may come twice, since finding that is what it is for.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Line">Where it begins, from 1 on.</param>
/// <param name="Text">A string's value, or what a number, <c>true</c>, <c>false</c> or <c>null</c> reads.</param>
/// <param name="Items">An array's.</param>
/// <param name="Members">An object's, in the order of the file.</param>
internal sealed record JsonPart(
    JsonValueKind Kind, int Line, string Text, IReadOnlyList<JsonPart> Items, IReadOnlyList<(Located Name, JsonPart Value)> Members)
{
    public static JsonPart Scalar(JsonValueKind kind, int line, string text) => new(kind, line, text, [], []);

    /// <summary>The member of that name, the last if there are several, as most readers take it.</summary>
    public JsonPart? Member(string name) => Members.LastOrDefault(member => member.Name.Text == name).Value;
}
