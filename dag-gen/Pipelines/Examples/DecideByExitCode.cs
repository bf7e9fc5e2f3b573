using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Pipelines.Examples;

/// <summary>
/// A branch on a task's decision, by its exit code. <c>decide</c> ends with 99 if there is nothing to do: Airflow skips it
/// then, and <c>process</c> behind it. <c>report</c> runs either way: a skipped task is no failure to its trigger rule, while
/// a failed one still is. No XCom, so no sidecar.
/// </summary>
internal sealed class DecideByExitCode : IPipeline
{
    private const int NothingToDo = 99;

    public Dag In(DeploymentEnvironment environment)
    {
        var decide = Task("decide") with { SkipExitCodes = [NothingToDo] };
        var process = Task("process");
        var report = Task("report") with { TriggerRule = TriggerRule.NoneFailed };
        return new Dag
        {
            Id = "decide_by_exit_code",
            Description = "Processed from the 4th to the 28th if the month's data are there",
            Owner = "data-engineering",
            Notifications = new Notifications
            {
                OnFailure = [Notification.Slack("#data-alerts", "{{ ti.task_id }} failed in {{ run_id }}")],
                OnSuccess = [Notification.Slack("#data", "{{ dag.dag_id }} is done")],
            },
            Schedule = new CronSchedule("20 7 4-28 * *", "Europe/London"),
            StartDate = new DateOnly(2026, 1, 1),
            ImageRepository = "registry.example.com/monthly",
            Tasks = [decide, process, report],
            Edges = Edge.Chain(decide, process, report),
        };
    }

    private static ContainerTask Task(string id) => new()
    {
        Id = id,
        ImageReference = new ImageReference("registry.example.com/monthly/steps:v3.1.0"),
        Arguments = [id],
        EnvironmentVariables = [new TaskVariable("SNAPSHOT_DATE", TemplatedText.SnapshotDate)],
        Identity = Identity.ServiceAccount($"monthly-{id}"),
    };
}
