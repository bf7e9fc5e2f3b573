using Slipstream.DagGen.Model;
using Slipstream.DagGen.Python;

namespace Slipstream.DagGen.Airflow;

/// <summary>The call of <c>DAG(…)</c>. What differs between releases of Airflow is always given, never left to a default.</summary>
internal static class DagCall
{
    public static PyCall Of(Dag dag, Target target) => new("DAG",
    [
        PyItem.Keyword("dag_id", new PyString(dag.Id)),
        PyItem.Keyword("description", new PyString(dag.Description)),
        .. Documentation.Of(dag.Documentation),
        PyItem.Keyword("schedule", Timetable.Of(dag.Schedule, target)),
        PyItem.Keyword("start_date", Midnight(dag, dag.StartDate)),
        .. dag.EndDate is { } end ? [PyItem.Keyword("end_date", Midnight(dag, end))] : Array.Empty<PyItem>(),
        PyItem.Keyword("catchup", PyExpression.Of(dag.CatchUp)),
        PyItem.Keyword("max_active_runs", new PyNumber(dag.MaxActiveRuns)),
        .. dag.MaxActiveTasks is { } most ? [PyItem.Keyword("max_active_tasks", new PyNumber(most))] : Array.Empty<PyItem>(),
        PyItem.Keyword("dagrun_timeout", TimeDelta.Of(dag.RunTimeout)),
        .. dag.FailFast ? [PyItem.Keyword(target == Target.Airflow2 ? "fail_stop" : "fail_fast", PyExpression.True)] : Array.Empty<PyItem>(),
        .. dag.Params.Count > 0 ? [PyItem.Keyword("params", Parameters.Of(dag))] : Array.Empty<PyItem>(),
        PyItem.Keyword("default_args", DefaultArguments(dag, target)),
        .. Notifiers.OnSuccess(dag, target),
        .. OwnerLinks(dag),
        .. dag.Tags.Count > 0 ? [PyItem.Keyword("tags", PyList.OfStrings(dag.Tags))] : Array.Empty<PyItem>(),
    ])
    {
        IsExploded = true,
    };

    private static PyCall Midnight(Dag dag, DateOnly day) => new(
        "pendulum.datetime",
        PyItem.Positional(new PyNumber(day.Year)),
        PyItem.Positional(new PyNumber(day.Month)),
        PyItem.Positional(new PyNumber(day.Day)),
        PyItem.Keyword("tz", new PyString(dag.Schedule.TimeZone)));

    private static PyDict DefaultArguments(Dag dag, Target target) => new(
    [
        PyItem.Entry("owner", new PyString(dag.Owner)),
        PyItem.Entry("depends_on_past", PyExpression.False),
        .. Notifiers.OnFailure(dag, target),
        PyItem.Entry("retries", new PyNumber(dag.Retries.Count)),
        PyItem.Entry("retry_delay", TimeDelta.Of(dag.Retries.Delay)),
        PyItem.Entry("retry_exponential_backoff", PyExpression.True),
        PyItem.Entry("max_retry_delay", TimeDelta.Of(dag.Retries.MaxDelay)),
        PyItem.Entry("execution_timeout", TimeDelta.Of(dag.TaskTimeout)),
    ]);

    private static IEnumerable<PyItem> OwnerLinks(Dag dag) => dag.OwnerLinks.Count == 0
        ? []
        : [PyItem.Keyword("owner_links", PyDict.OfStrings(dag.OwnerLinks.Select(link => KeyValuePair.Create(link.Owner, link.Uri))))];
}
