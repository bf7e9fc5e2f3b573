namespace Slipstream.Metadata.Json;

/// <summary>A place in a file as editors count: line and character, both from 1.</summary>
internal readonly record struct Position(int Line, int Column)
{
    public static Position Start { get; } = new(1, 1);
}
