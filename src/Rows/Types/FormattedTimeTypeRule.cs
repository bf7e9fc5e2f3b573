using Slipstream.Metadata.Types;

namespace Slipstream.Rows.Types;

/// <summary>A date or a datetime in the form that the metadata give; a date has no time of day.</summary>
public sealed class FormattedTimeTypeRule(DateTimeFormat format, bool isDate) : TypeRule
{
    /// <inheritdoc/>
    public override bool TryRead(CellKind kind, ReadOnlySpan<byte> text, out ulong order)
    {
        order = 0;
        if (kind is not (CellKind.Text or CellKind.Plain) || !format.TryParse(text, out var ticks))
        {
            return false;
        }

        // With a zone a value may lie a little before the first day.
        order = (ulong)ticks ^ 1UL << 63;
        return !isDate || ticks % TimeSpan.TicksPerDay == 0;
    }
}
