namespace Slipstream.DagGen.Model;

/// <summary>Runs when data that others make are new.</summary>
internal sealed record AssetSchedule(AssetCondition Condition, string TimeZone = "UTC") : Schedule(TimeZone);
