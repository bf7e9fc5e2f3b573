using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>The time zone is one that Airflow's servers know: an IANA name.</summary>
internal sealed class TimeZoneRule : IRule
{
    public string Code => "DG07";

    public IEnumerable<Breach> Check(Dag dag)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(dag.Schedule.TimeZone, out var zone) || !zone.HasIanaId)
        {
            yield return new Breach(
                "Schedule.TimeZone",
                $"Time zone '{dag.Schedule.TimeZone}' is not known. Use an IANA name such as 'Europe/London' or 'UTC', and install tzdata if it is one.");
        }
    }
}
