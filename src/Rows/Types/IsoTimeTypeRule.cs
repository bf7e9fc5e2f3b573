using Slipstream.Metadata.Types;

namespace Slipstream.Rows.Types;

/// <summary>A date, a time or both in the ISO form, with as many digits behind the second as the type keeps, or fewer.</summary>
public sealed class IsoTimeTypeRule(bool hasDate, bool hasTime, int digits) : TimeTypeRule
{
    // Digits that a tick does not hold decide by text.
    private const int TickDigits = 7;

    /// <inheritdoc/>
    public override TieBreak Ties => digits > TickDigits ? TieBreak.Text : TieBreak.None;

    /// <summary>How many digits behind the second a unit keeps.</summary>
    public static int DigitsOf(TimeUnit unit) => unit switch
    {
        TimeUnit.Second => 0,
        TimeUnit.Millisecond => 3,
        TimeUnit.Microsecond => 6,
        TimeUnit.Nanosecond => 9,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown unit."),
    };

    /// <inheritdoc/>
    public override bool TryValue(CellKind kind, ReadOnlySpan<byte> text, out long ticks, out int nanoseconds)
    {
        (ticks, nanoseconds) = (0, 0);
        return kind is CellKind.Text or CellKind.Plain && (hasDate, hasTime) switch
        {
            (true, false) => IsoTime.TryDate(text, out ticks),
            (false, true) => IsoTime.TryTime(text, digits, out ticks, out nanoseconds),
            _ => IsoTime.TryDateTime(text, digits, out ticks, out nanoseconds) && (digits <= TickDigits || Epoch.HasNanoseconds(ticks)),
        };
    }
}
