namespace Slipstream.Metadata.Json;

/// <summary>A key of a JSON object with its value.</summary>
internal sealed record LocatedMember(string Name, Position Position, LocatedJson Value);
