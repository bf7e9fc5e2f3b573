namespace Slipstream.Bench.Measuring;

/// <summary>What a run took.</summary>
/// <param name="Seconds">By the clock.</param>
/// <param name="ProcessorSeconds">Of all threads; 0 where nobody asked.</param>
/// <param name="Megabytes">At most, resident; 0 where nobody asked.</param>
public sealed record Measurement(double Seconds, double ProcessorSeconds = 0, long Megabytes = 0);
