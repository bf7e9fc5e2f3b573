using Slipstream.Metadata.Types;

namespace Slipstream.Rows.Types;

/// <summary>A date, a datetime or a time of day in the form that the metadata give; a type takes no finer parts than it keeps.</summary>
/// <param name="format">The form.</param>
/// <param name="unit">The ticks of the finest part that the type keeps.</param>
/// <param name="isNanoseconds">Whether the type counts nanoseconds since 1970, which reach no further than 1677 and 2262.</param>
/// <param name="isTimeOfDay">Whether the day is of no account.</param>
public sealed class FormattedTimeTypeRule(DateTimeFormat format, long unit, bool isNanoseconds, bool isTimeOfDay) : TimeTypeRule
{
    /// <inheritdoc/>
    public override bool TryValue(CellKind kind, ReadOnlySpan<byte> text, out long ticks, out int nanoseconds)
    {
        (ticks, nanoseconds) = (0, 0);
        if (kind is not (CellKind.Text or CellKind.Plain) || !format.TryParse(text, out ticks))
        {
            return false;
        }

        // With a zone it may be the day before.
        ticks = isTimeOfDay ? (ticks % TimeSpan.TicksPerDay + TimeSpan.TicksPerDay) % TimeSpan.TicksPerDay : ticks;
        return ticks % unit == 0 && (!isNanoseconds || Epoch.HasNanoseconds(ticks));
    }
}
