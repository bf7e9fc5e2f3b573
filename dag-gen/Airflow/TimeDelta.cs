using Slipstream.DagGen.Python;

namespace Slipstream.DagGen.Airflow;

/// <summary>Durations in the largest unit that has no remainder.</summary>
internal static class TimeDelta
{
    public static PyCall Of(TimeSpan duration) => duration switch
    {
        _ when duration.Ticks % TimeSpan.TicksPerHour == 0 => Call("hours", duration.Ticks / TimeSpan.TicksPerHour),
        _ when duration.Ticks % TimeSpan.TicksPerMinute == 0 => Call("minutes", duration.Ticks / TimeSpan.TicksPerMinute),
        _ => Call("seconds", duration.Ticks / TimeSpan.TicksPerSecond),
    };

    private static PyCall Call(string unit, long count) => new("timedelta", PyItem.Keyword(unit, new PyNumber(count)));
}
