using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>The time zone is one that Airflow's servers know, an IANA name, and there is a day for the first run.</summary>
internal sealed class DatesRule : IRule
{
    // A date that was never set is in the year 1.
    private const int Earliest = 1970;

    public string Code => "DG07";

    public IEnumerable<Breach> Check(Dag dag)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(dag.Schedule.TimeZone, out var zone) || !zone.HasIanaId)
        {
            yield return new Breach(
                "Schedule.TimeZone",
                $"Time zone '{dag.Schedule.TimeZone}' is not known. Use an IANA name such as 'Europe/London' or 'UTC', and install tzdata if it is one.");
        }

        if (dag.StartDate.Year < Earliest)
        {
            yield return new Breach("StartDate", $"The start date is {dag.StartDate:yyyy-MM-dd}. Set it to a day since {Earliest}, written out: it must never be today.");
        }

        if (dag.EndDate is { } end && end <= dag.StartDate)
        {
            yield return new Breach("EndDate", $"The end date {end:yyyy-MM-dd} is not after the start date {dag.StartDate:yyyy-MM-dd}: it never runs. Correct one of them.");
        }
    }
}
