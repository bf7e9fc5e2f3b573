using System.Text.Json;

namespace Slipstream.Metadata.Json;

/// <summary>A JSON value that knows where it stands.</summary>
internal sealed record LocatedJson
{
    /// <summary>The way from the root: <c>columns[3].type</c>; empty for the root.</summary>
    public required string Path { get; init; }

    public required Position Position { get; init; }

    public required JsonValueKind Kind { get; init; }

    /// <summary>The text of a string; what the file says for a number, true and false; empty otherwise.</summary>
    public string Text { get; init; } = string.Empty;

    public IReadOnlyList<LocatedMember> Members { get; init; } = [];

    public IReadOnlyList<LocatedJson> Items { get; init; } = [];

    /// <summary>The bytes of the value in the file.</summary>
    public Range Bytes { get; init; }

    public string Child(string name) => Path.Length == 0 ? name : $"{Path}.{name}";
}
