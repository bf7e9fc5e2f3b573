using System.Globalization;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Airflow takes a sixth field for seconds, days that never come, and times that the clocks jump over.</summary>
/// <param name="today">From when on changes of the clocks are looked for; null: from the pipeline's start date.</param>
internal sealed class CronRule(DateOnly? today = null) : IRule
{
    private const string Member = "Schedule.Cron";

    private static readonly DateOnly Earliest = new(1970, 1, 1);
    private static readonly DateOnly Latest = new(2100, 1, 1);

    public string Code => "DG06";

    public IEnumerable<Breach> Check(Dag dag) => dag.Schedule switch
    {
        CronSchedule schedule => Cron(schedule, From(dag)),
        PresetSchedule schedule when CronExpression.Of(schedule.Preset) is { } cron => Changes("Schedule.Preset", cron, schedule.TimeZone, From(dag)),
        _ => [],
    };

    private static IEnumerable<Breach> Cron(CronSchedule schedule, DateOnly from)
    {
        CronExpression cron;
        try
        {
            cron = CronExpression.Parse(schedule.Cron);
        }
        catch (FormatException exception)
        {
            return [new Breach(Member, exception.Message)];
        }

        return cron.EverFires
            ?
            [
                .. BothDays(cron),
                .. cron.UnevenSteps.Select(step => Breach.Warning(Member, $"{step} List the values if you mean that.")),
                .. Changes(Member, cron, schedule.TimeZone, from),
            ]
            : [new Breach(Member, $"Cron '{cron.Text}' names a day that none of its months has: it never fires. Correct it.")];
    }

    private static IEnumerable<Breach> BothDays(CronExpression cron)
    {
        if (!cron.HasDays || !cron.HasDaysOfWeek)
        {
            yield break;
        }

        var days = string.Join(", ", cron.Days.Order());
        var daysOfWeek = string.Join(", ", cron.DaysOfWeek.Order().Select(day => CultureInfo.InvariantCulture.DateTimeFormat.GetDayName((DayOfWeek)day)));
        yield return Breach.Warning(
            Member,
            $"Cron '{cron.Text}' fires on the days {days} of the month and on every {daysOfWeek} besides: "
            + "of two kinds of days, one is enough. Write '*' for one of them.");
    }

    // An unknown zone is another rule's.
    private static IEnumerable<Breach> Changes(string member, CronExpression cron, string zoneId, DateOnly from) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(zoneId, out var zone)
            ? ClockChanges.Of(cron, zone, from).Select(change => Breach.Warning(member, change))
            : [];

    // A date far off is another rule's too: here it must only not be the end of time.
    private DateOnly From(Dag dag) => today ?? (dag.StartDate < Earliest ? Earliest : dag.StartDate > Latest ? Latest : dag.StartDate);
}
