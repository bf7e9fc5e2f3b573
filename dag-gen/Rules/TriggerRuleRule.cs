using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Trigger rules are ones that every release of the target has, and that the pipeline leaves open.</summary>
internal sealed class TriggerRuleRule : ITargetRule
{
    public string Code => "DG13";

    public IEnumerable<Breach> Check(Dag dag, Target target) => Rules(dag, target).Concat(Weights(dag));

    private static IEnumerable<Breach> Rules(Dag dag, Target target) =>
        from task in dag.Tasks
        where task.TriggerRule != TriggerRule.AllSuccess
        from message in Faults(dag, task, target)
        select new Breach($"Tasks['{task.Id}'].TriggerRule", message);

    private static IEnumerable<Breach> Weights(Dag dag) =>
        from task in dag.Tasks
        where task.WeightRule is { } rule && !Enum.IsDefined(rule)
        select new Breach($"Tasks['{task.Id}'].WeightRule", $"'{task.WeightRule}' is no weight rule. Use one that has a name.");

    private static IEnumerable<string> Faults(Dag dag, DagTask task, Target target)
    {
        if (!Enum.IsDefined(task.TriggerRule))
        {
            yield return $"'{task.TriggerRule}' is no trigger rule. Use one that has a name.";
        }

        if (task.TriggerRule == TriggerRule.AllDoneMinOneSuccess && target != Target.Airflow3)
        {
            yield return $"'{task.TriggerRule}' exists since Airflow 3.1, but the target is '{target}'. Use {TriggerRule.AllDone}, or generate for '{Target.Airflow3}'.";
        }

        if (task.Role == TaskRole.Teardown)
        {
            yield return $"'{task.Id}' is a teardown, whose trigger rule Airflow sets itself. Remove it.";
        }
        else if (dag.FailFast)
        {
            yield return $"FailFast ends a run at the first failure, so that Airflow takes {TriggerRule.AllSuccess} only. Remove '{task.TriggerRule}', or FailFast.";
        }
    }
}
