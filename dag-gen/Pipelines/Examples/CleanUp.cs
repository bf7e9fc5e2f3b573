using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Pipelines.Examples;

/// <summary>
/// Clean-up that always runs, in both of its forms. <c>drop-scratch</c> is the teardown of <c>make-scratch</c>: it runs
/// whatever became of the work between, and never decides what became of the run. <c>release-lock</c> is an ordinary task
/// that runs when all is done; it would end the run as a success, so the sentinel behind it and the work fails with the work.
/// </summary>
internal sealed class CleanUp : IPipeline
{
    public Dag In(DeploymentEnvironment environment)
    {
        var make = Task("make-scratch") with { Role = TaskRole.Setup };
        var work = Task("work");
        var drop = Task("drop-scratch") with { Role = TaskRole.Teardown };
        var release = Task("release-lock") with { TriggerRule = TriggerRule.AllDone };
        var sentinel = Task("sentinel") with { Retries = new RetryPolicy { Count = 0 }, Documentation = "Fails if the work failed." };
        return new Dag
        {
            Id = "clean_up",
            Description = "Work between a scratch schema and a lock, both of which go whatever happens",
            Owner = "data-engineering",
            Schedule = new IntervalSchedule(TimeSpan.FromHours(6)),
            StartDate = new DateOnly(2026, 1, 1),
            ImageRepository = "registry.example.com/warehouse",
            Tasks = [make, work, drop, release, sentinel],
            Edges =
            [
                .. Edge.Chain(make, work, drop),
                Edge.Between(make, drop),
                .. Edge.Chain(work, release, sentinel),
                Edge.Between(work, sentinel),
            ],
        };
    }

    private static ContainerTask Task(string id) => new()
    {
        Id = id,
        ImageReference = new ImageReference("registry.example.com/warehouse/tools:v2.0.1"),
        Arguments = [id],
        Identity = Identity.ServiceAccount("warehouse-tools"),
    };
}
