
namespace Slipstream.Rows.Types;

/// <summary>Says whether a value is of a type, and where it stands among the type's values.</summary>
public abstract class TypeRule
{
    /// <summary>What decides between two values of the same order.</summary>
    public virtual TieBreak Ties => TieBreak.None;

    /// <summary>Whether there is a least and a greatest value.</summary>
    public virtual bool HasOrder => true;

    /// <summary>
    /// True if the value, which is not null, is of the type. A value of a lower <paramref name="order"/> is less than one of a
    /// higher order; values of the same order are equal, but for <see cref="Ties"/>.
    /// </summary>
    public abstract bool TryRead(CellKind kind, ReadOnlySpan<byte> text, out ulong order);
}
