using Slipstream.DagGen.Model;
using Slipstream.DagGen.Python;

namespace Slipstream.DagGen.Airflow;

/// <summary>
/// The argument <c>schedule</c>. Never a bare cron text, preset or duration: whether these mean the start or the end of
/// an interval depends on Airflow's release and configuration.
/// </summary>
internal static class Timetable
{
    public static PyExpression Of(Schedule schedule, Target target) => schedule switch
    {
        CronSchedule cron => Cron(cron.Cron, cron.TimeZone),
        PresetSchedule preset when IsCron(preset) => Cron(Word(preset), preset.TimeZone),
        PresetSchedule preset => new PyString(Word(preset)),
        IntervalSchedule interval => new PyCall(Names.IntervalTimetable, PyItem.Positional(TimeDelta.Of(interval.Every))),
        ManualSchedule => PyExpression.None,
        AssetSchedule assets => Assets.ScheduleOf(assets.Condition, target),
        _ => throw new InvalidOperationException($"No timetable is known for '{schedule.GetType().Name}'."),
    };

    /// <summary>True if the schedule is a cron expression, by its fields or by a name.</summary>
    public static bool IsCron(Schedule schedule) =>
        schedule is CronSchedule or PresetSchedule { Preset: not (Preset.Once or Preset.Continuous) };

    private static string Word(PresetSchedule schedule) => $"@{Words.Snake(schedule.Preset)}";

    private static PyCall Cron(string cron, string timeZone) => new(
        Names.CronTimetable,
        PyItem.Positional(new PyString(cron)),
        PyItem.Keyword("timezone", new PyString(timeZone)));
}
