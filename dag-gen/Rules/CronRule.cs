using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Airflow takes a sixth field for seconds, and days that never come.</summary>
internal sealed class CronRule : IRule
{
    public string Code => "DG06";

    public IEnumerable<Breach> Check(Dag dag)
    {
        if (dag.Schedule is not CronSchedule schedule)
        {
            yield break;
        }

        CronExpression? cron = null;
        Breach? breach = null;
        try
        {
            cron = CronExpression.Parse(schedule.Cron);
        }
        catch (FormatException exception)
        {
            breach = new Breach("Schedule.Cron", exception.Message);
        }

        if (breach is not null)
        {
            yield return breach;
        }
        else if (cron is { EverFires: false })
        {
            yield return new Breach("Schedule.Cron", $"Cron '{schedule.Cron}' names a day that none of its months has: it never fires. Correct it.");
        }
    }
}
