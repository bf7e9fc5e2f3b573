namespace Slipstream.DagGen.Model;

/// <summary>Runs only when somebody, or another program, starts it.</summary>
internal sealed record ManualSchedule(string TimeZone = "UTC") : Schedule(TimeZone);
