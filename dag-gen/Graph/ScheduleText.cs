using System.Globalization;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Graph;

/// <summary>When a pipeline runs, in few words.</summary>
internal static class ScheduleText
{
    public static string Of(Schedule schedule) => schedule switch
    {
        CronSchedule cron => $"{cron.Cron} ({cron.TimeZone})",
        PresetSchedule preset => $"{preset.Preset.ToString().ToLowerInvariant()} ({preset.TimeZone})",
        IntervalSchedule interval => $"every {Of(interval.Every)}",
        AssetSchedule assets => $"when {Of(assets.Condition)} changes",
        ManualSchedule => "started by hand",
        _ => throw new ArgumentOutOfRangeException(nameof(schedule), schedule, "How to say this schedule is not known."),
    };

    private static string Of(TimeSpan duration)
    {
        (int Count, string Unit)[] parts = [(duration.Days, "d"), (duration.Hours, "h"), (duration.Minutes, "min"), (duration.Seconds, "s")];
        return string.Join(' ', parts.Where(part => part.Count > 0).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Count} {part.Unit}")));
    }

    private static string Of(AssetCondition condition) => condition switch
    {
        Asset asset => asset.Name ?? asset.Uri,
        AnyOf any => string.Join(" or ", any.Conditions.Select(Of)),
        AllOf all => string.Join(" and ", all.Conditions.Select(Of)),
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "How to say this condition is not known."),
    };
}
