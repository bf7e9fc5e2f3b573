using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Pipelines.Examples;

/// <summary>
/// A concurrency limit, parameters, and a mail in one's own words. One task runs at a time; whoever starts the run chooses
/// region and mode in a form. A mail's subject and body need Airflow 3, so this one is refused for the other targets.
/// </summary>
internal sealed class LimitsAndParams : IPipeline
{
    private static readonly string[] Steps = ["prepare", "load", "publish"];

    public Dag In(DeploymentEnvironment environment)
    {
        var steps = Steps.Select(Task).ToList();
        return new Dag
        {
            Id = "limits_and_params",
            Description = "A region's data, loaded when somebody asks for it",
            Owner = "data-engineering",
            OwnerLinks = [new OwnerLink("data-engineering", "mailto:data-engineering@example.com")],
            Notifications = new Notifications
            {
                OnFailure =
                [
                    new EmailNotification(
                        ["data-engineering@example.com"],
                        Subject: "{{ params.region }}: {{ ti.task_id }} failed",
                        Body: "<p>The load of <b>{{ params.region }}</b> failed. <a href=\"{{ ti.log_url }}\">The log</a> says why.</p>"),
                ],
            },
            Schedule = new ManualSchedule(),
            StartDate = new DateOnly(2026, 1, 1),
            MaxActiveTasks = 1,
            FailFast = true,
            Params =
            [
                DagParam.Text("region", null, "The region that is loaded.", "north", "south"),
                DagParam.Whole("rows", 1000, "How many rows at most.", minimum: 1, maximum: 1_000_000),
                DagParam.Flag("full", false, "Load all, and not only what is new."),
            ],
            ImageRepository = "registry.example.com/regions",
            Tasks = steps,
            Edges = Edge.Chain(steps),
        };
    }

    private static DagTask Task(string id) => new ContainerTask
    {
        Id = id,
        ImageReference = new ImageReference("registry.example.com/regions/loader:v1.0.0"),
        Arguments = [id, TemplatedText.Template("{{ params.region }}"), TemplatedText.Template("{{ params.rows }}")],
        Identity = Identity.ServiceAccount("regions-loader"),
        Pool = "regions",
        PriorityWeight = 10,
    };
}
