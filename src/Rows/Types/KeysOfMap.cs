namespace Slipstream.Rows.Types;

/// <summary>The keys of one map, written as the names of an object: 1 and 1.0 are two names, and for a number one key.</summary>
public sealed class KeysOfMap(TypeRule rule)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>Takes a key up; false if there is one of the same value. One that is not of the type is told apart by its text.</summary>
    public bool TryAdd(ReadOnlySpan<byte> name)
    {
        Span<byte> room = new byte[Identity.Room(name)];
        var ties = rule.TryRead(CellKind.Plain, name, out var order) ? rule.Ties : TieBreak.Text;
        return _seen.Add(Convert.ToHexString(Identity.Of(name, order, ties, room)));
    }
}
