namespace Slipstream.Rows.Types;

/// <summary>A date, a time of day, or both.</summary>
public abstract class TimeTypeRule : TypeRule
{
    /// <inheritdoc/>
    public sealed override bool TryRead(CellKind kind, ReadOnlySpan<byte> text, out ulong order)
    {
        var isOfType = TryValue(kind, text, out var ticks, out _);

        // With a zone a value may lie a little before the first day.
        order = (ulong)ticks ^ 1UL << 63;
        return isOfType;
    }

    /// <summary>
    /// The ticks (100 ns) since 0001-01-01, or since midnight for a time of day, and the nanoseconds beyond them; if the value is
    /// of the type.
    /// </summary>
    public abstract bool TryValue(CellKind kind, ReadOnlySpan<byte> text, out long ticks, out int nanoseconds);
}
