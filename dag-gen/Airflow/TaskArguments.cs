using Slipstream.DagGen.Model;
using Slipstream.DagGen.Python;

namespace Slipstream.DagGen.Airflow;

/// <summary>The arguments that any of Airflow's operators has, where they differ from the defaults.</summary>
internal static class TaskArguments
{
    public static IReadOnlyList<PyItem> Of(DagTask task) =>
    [
        // A teardown's rule is Airflow's own.
        .. When(task.TriggerRule != TriggerRule.AllSuccess && task.Role != TaskRole.Teardown, "trigger_rule", () => new PyString(Words.Snake(task.TriggerRule))),
        .. task.Retries is { } retries ? Retries(retries) : [],
        .. When(task.Timeout is not null, "execution_timeout", () => TimeDelta.Of(task.Timeout!.Value)),
        .. When(task.DependsOnPast, "depends_on_past", () => PyExpression.True),
        .. When(task.WaitForDownstream, "wait_for_downstream", () => PyExpression.True),
        .. When(task.Pool is not null, "pool", () => new PyString(task.Pool!)),
        .. When(task.PoolSlots != 1, "pool_slots", () => new PyNumber(task.PoolSlots)),
        .. When(task.PriorityWeight is not null, "priority_weight", () => new PyNumber(task.PriorityWeight!.Value)),
        .. When(task.WeightRule is not null, "weight_rule", () => new PyString(Words.Snake(task.WeightRule!.Value))),
        .. When(task.MaxActiveTasksPerDag is not null, "max_active_tis_per_dag", () => new PyNumber(task.MaxActiveTasksPerDag!.Value)),
        .. When(task.SkipExitCodes.Count > 0, "skip_on_exit_code", () => Codes(task.SkipExitCodes)),
    ];

    private static IEnumerable<PyItem> Retries(RetryPolicy retries) =>
    [
        PyItem.Keyword("retries", new PyNumber(retries.Count)),
        .. When(retries.Count > 0, "retry_delay", () => TimeDelta.Of(retries.Delay)),
        .. When(retries.Count > 0, "max_retry_delay", () => TimeDelta.Of(retries.MaxDelay)),
    ];

    private static PyExpression Codes(IReadOnlyList<int> codes) =>
        codes is [var only] ? new PyNumber(only) : new PyList([.. codes.Select(code => new PyNumber(code))]);

    private static PyItem[] When(bool isGiven, string name, Func<PyExpression> value) => isGiven ? [PyItem.Keyword(name, value())] : [];
}
