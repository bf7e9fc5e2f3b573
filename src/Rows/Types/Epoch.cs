namespace Slipstream.Rows.Types;

/// <summary>Times as databases count them: from 1970-01-01, in 64 bits.</summary>
public static class Epoch
{
    /// <summary>The ticks of 1970-01-01.</summary>
    public const long Ticks = 621_355_968_000_000_000;

    /// <summary>Whether the nanoseconds since 1970 fit: from 1677-09-22 to 2262-04-10.</summary>
    public static bool HasNanoseconds(long ticks) => Math.Abs(ticks - Ticks) < MostTicks;

    // Whole days: no reader takes the last numbers of 64 bits for infinite then.
    private const long MostTicks = long.MaxValue / TimeSpan.NanosecondsPerTick / TimeSpan.TicksPerDay * TimeSpan.TicksPerDay;
}
