namespace Slipstream.Metadata.Json;

/// <summary>A key of a JSON object with its value.</summary>
internal sealed record LocatedMember(string Name, Position Position, LocatedJson Value)
{
    /// <summary>The bytes of the key in the file, quotes included.</summary>
    public required Range Key { get; init; }
}
