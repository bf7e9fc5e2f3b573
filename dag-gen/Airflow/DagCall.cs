using Slipstream.DagGen.Model;
using Slipstream.DagGen.Python;

namespace Slipstream.DagGen.Airflow;

/// <summary>The call of <c>DAG(…)</c>. What differs between releases of Airflow is always given, never left to a default.</summary>
internal static class DagCall
{
    public static PyCall Of(Dag dag) => new("DAG",
    [
        PyItem.Keyword("dag_id", new PyString(dag.Id)),
        PyItem.Keyword("description", new PyString(dag.Description)),
        .. Documentation(dag),
        PyItem.Keyword("schedule", Timetable((CronSchedule)dag.Schedule)),
        PyItem.Keyword("start_date", StartDate(dag)),
        PyItem.Keyword("catchup", PyExpression.Of(dag.CatchUp)),
        PyItem.Keyword("max_active_runs", new PyNumber(dag.MaxActiveRuns)),
        PyItem.Keyword("dagrun_timeout", TimeDelta.Of(dag.RunTimeout)),
        PyItem.Keyword("default_args", DefaultArguments(dag)),
        PyItem.Keyword("tags", PyList.OfStrings(dag.Tags)),
    ])
    {
        IsExploded = true,
    };

    private static IEnumerable<PyItem> Documentation(Dag dag) => dag.Documentation.Length == 0
        ? []
        : [PyItem.Keyword("doc_md", new PyString(dag.Documentation.TrimEnd('\n') + "\n"))];

    // Never a bare cron text: whether it means the start or the end of an interval depends on Airflow's configuration.
    private static PyCall Timetable(CronSchedule schedule) => new(
        "CronTriggerTimetable",
        PyItem.Positional(new PyString(schedule.Cron)),
        PyItem.Keyword("timezone", new PyString(schedule.TimeZone)));

    private static PyCall StartDate(Dag dag) => new(
        "pendulum.datetime",
        PyItem.Positional(new PyNumber(dag.StartDate.Year)),
        PyItem.Positional(new PyNumber(dag.StartDate.Month)),
        PyItem.Positional(new PyNumber(dag.StartDate.Day)),
        PyItem.Keyword("tz", new PyString(dag.Schedule.TimeZone)));

    private static List<string> Emails(Dag dag) => [.. dag.Notifications.OnFailure.OfType<EmailNotification>().SelectMany(mail => mail.To)];

    private static PyDict DefaultArguments(Dag dag) => new(
    [
        PyItem.Entry("owner", new PyString(dag.Owner)),
        PyItem.Entry("depends_on_past", PyExpression.False),
        .. Emails(dag).Count == 0 ? Array.Empty<PyItem>() : [PyItem.Entry("email", PyList.OfStrings(Emails(dag)))],
        PyItem.Entry("email_on_failure", PyExpression.Of(Emails(dag).Count > 0)),
        PyItem.Entry("email_on_retry", PyExpression.False),
        PyItem.Entry("retries", new PyNumber(dag.Retries.Count)),
        PyItem.Entry("retry_delay", TimeDelta.Of(dag.Retries.Delay)),
        PyItem.Entry("retry_exponential_backoff", PyExpression.True),
        PyItem.Entry("max_retry_delay", TimeDelta.Of(dag.Retries.MaxDelay)),
        PyItem.Entry("execution_timeout", TimeDelta.Of(dag.TaskTimeout)),
    ]);
}
