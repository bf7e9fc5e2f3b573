using Slipstream.DuckDb.Functions;
using Slipstream.Metadata.Types;
using Slipstream.Rows;
using Slipstream.Rows.Types;

namespace Slipstream.Stages.RunCurated.Raw.Values;

/// <summary>A time, counted in a unit from a start. The rule has seen to it that nothing is left over.</summary>
internal sealed class TimeValue(TimeTypeRule rule, TimeUnit unit, long start) : RawValue
{
    private readonly long _ticks = unit switch
    {
        TimeUnit.Second => TimeSpan.TicksPerSecond,
        TimeUnit.Millisecond => TimeSpan.TicksPerMillisecond,
        TimeUnit.Microsecond => TimeSpan.TicksPerMicrosecond,
        _ => 1,
    };

    public override bool TrySet(DuckDbVector vector, int row, CellKind kind, ReadOnlySpan<byte> text)
    {
        if (!rule.TryValue(kind, text, out var ticks, out var nanoseconds))
        {
            return false;
        }

        var count = (ticks - start) / _ticks;
        vector.Set(row, unit == TimeUnit.Nanosecond ? count * TimeSpan.NanosecondsPerTick + nanoseconds : count);
        return true;
    }
}
