namespace Slipstream.DagGen.Model;

/// <summary>Runs a fixed time apart, counted from the start date.</summary>
internal sealed record IntervalSchedule(TimeSpan Every, string TimeZone = "UTC") : Schedule(TimeZone);
