using Slipstream.DuckDb.Functions;
using Slipstream.Rows;
using Slipstream.Rows.Types;

namespace Slipstream.Stages.RunCurated.Raw.Values;

/// <summary>A day, counted from 1970.</summary>
internal sealed class DateValue(TimeTypeRule rule) : RawValue
{
    public override bool TrySet(DuckDbVector vector, int row, CellKind kind, ReadOnlySpan<byte> text)
    {
        var isOfType = rule.TryValue(kind, text, out var ticks, out _);
        vector.Set(row, (int)((ticks - Epoch.Ticks) / TimeSpan.TicksPerDay));
        return isOfType;
    }
}
