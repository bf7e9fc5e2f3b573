using Slipstream.Contracts.Variables;

namespace Slipstream.DagGen.Airflow;

/// <summary>Facts of a run as Jinja templates. The same run gives the same text on every retry.</summary>
internal static class RunTemplate
{
    // Where Airflow 3 runs without a logical date there is no interval. Both are in UTC, whatever the DAG's zone.
    private const string RunTime = "(data_interval_end if data_interval_end is defined else dag_run.run_after)";

    public static string Of(RunFact fact, string timeZone) => fact switch
    {
        RunFact.Timestamp => $"{{{{ {RunTime}.timestamp() | int }}}}",
        RunFact.SnapshotDate when timeZone == "UTC" => $"{{{{ {RunTime} | ds }}}}",
        RunFact.SnapshotDate => $"{{{{ {RunTime}.astimezone(dag.timezone) | ds }}}}",
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, "No template is known for this fact of a run."),
    };
}
