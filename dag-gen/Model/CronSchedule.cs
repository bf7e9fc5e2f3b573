namespace Slipstream.DagGen.Model;

/// <summary>Runs at the times of a cron expression of five fields, on the clocks of an IANA time zone.</summary>
internal sealed record CronSchedule(string Cron, string TimeZone = "UTC") : Schedule(TimeZone);
