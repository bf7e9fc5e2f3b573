using Slipstream.Contracts.Variables;

namespace Slipstream.DagGen.Airflow;

/// <summary>Facts of a run as Jinja templates. The same run gives the same text on every retry.</summary>
internal static class RunTemplate
{
    // Where Airflow 3 runs without a logical date there is no interval. All of these are in UTC, whatever the DAG's zone.
    private const string GuardedTime = "(data_interval_end if data_interval_end is defined else dag_run.run_after)";
    private const string Airflow2Time = "data_interval_end";

    public static string Of(RunFact fact, string timeZone, Target target)
    {
        var time = target == Target.Airflow2 ? Airflow2Time : GuardedTime;
        return fact switch
        {
            RunFact.Timestamp => $"{{{{ {time}.timestamp() | int }}}}",
            RunFact.SnapshotDate when timeZone == "UTC" => $"{{{{ {time} | ds }}}}",
            RunFact.SnapshotDate => $"{{{{ {time}.astimezone(dag.timezone) | ds }}}}",
            _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, "No template is known for this fact of a run."),
        };
    }
}
