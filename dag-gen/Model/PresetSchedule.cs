namespace Slipstream.DagGen.Model;

/// <summary>Runs at the times of a preset.</summary>
internal sealed record PresetSchedule(Preset Preset, string TimeZone = "UTC") : Schedule(TimeZone);
