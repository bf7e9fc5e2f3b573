using System.Globalization;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Finds runs at times that a zone's clocks jump over, or show twice.</summary>
internal static class ClockChanges
{
    private const int Days = 2 * 366;

    // A start date that is not set, or absurd, is another rule's.
    private static readonly DateOnly Earliest = new(1970, 1, 1);
    private static readonly DateOnly Latest = new(9900, 1, 1);

    /// <summary>The first run of either kind within two years, in words.</summary>
    public static IEnumerable<string> Of(CronExpression cron, TimeZoneInfo zone, DateOnly start)
    {
        // Where it fires in every hour, nothing is lost and nothing doubled.
        var day = start < Earliest ? Earliest : start > Latest ? Latest : start;
        List<DateTime> runs = cron.Hours.Count == 24 ? [] : [.. Runs(cron, zone, day)];
        if (runs.Exists(zone.IsInvalidTime))
        {
            var run = runs.First(zone.IsInvalidTime);
            var instead = cron.Next(new DateTimeOffset(run.AddHours(-3), zone.GetUtcOffset(run.AddHours(-3))), zone, 1)[0];
            yield return $"On {Day(run)} the clocks of '{zone.Id}' jump over {Time(run)}: Airflow runs at {Time(instead.DateTime)}. Choose another time if that matters.";
        }

        if (runs.Exists(zone.IsAmbiguousTime))
        {
            var run = runs.First(zone.IsAmbiguousTime);
            yield return $"On {Day(run)} the clocks of '{zone.Id}' show {Time(run)} twice: Airflow runs at the second. Choose another time if that matters.";
        }
    }

    private static IEnumerable<DateTime> Runs(CronExpression cron, TimeZoneInfo zone, DateOnly start) =>
        from date in Enumerable.Range(0, Days).Select(start.AddDays)
        let noon = date.ToDateTime(new TimeOnly(12, 0))
        where zone.GetUtcOffset(noon.AddDays(-1)) != zone.GetUtcOffset(noon.AddDays(1)) && cron.FiresOn(date)
        from time in cron.Times
        select date.ToDateTime(time);

    private static string Day(DateTime time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Time(DateTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
