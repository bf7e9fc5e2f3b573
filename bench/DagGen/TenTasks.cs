using System.Globalization;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Pipelines;

namespace Slipstream.Bench.DagGen;

/// <summary>One pipeline of a fleet: ten stage tasks in a row.</summary>
internal sealed class TenTasks(int number) : IPipeline
{
    public Dag In(DeploymentEnvironment environment)
    {
        var name = number.ToString("0000", CultureInfo.InvariantCulture);
        DagTask[] tasks = [.. Enumerable.Range(0, 10).Select(step => Task(environment, name, step))];
        return new Dag
        {
            Id = $"fleet_{name}",
            Description = $"Pipeline {name} of the fleet",
            Owner = "data-engineering",
            Schedule = new CronSchedule($"{number % 60} 6 * * *", "Europe/London"),
            StartDate = new DateOnly(2026, 1, 1),
            ImageRepository = "registry.example.com/slipstream",
            Tasks = tasks,
            Edges = Edge.Chain(tasks),
        };
    }

    private static StageTask<ExtractSettings> Task(DeploymentEnvironment environment, string name, int step) => new()
    {
        Id = $"extract-{step}",
        Settings = new ExtractSettings
        {
            Table = $"table_{step}",
            LandPath = S3Prefix.Parse($"s3://example-land/fleet/{name}/"),
            RawHistPath = S3Prefix.Parse($"s3://example-raw-hist/fleet/{name}/"),
            Host = environment.Host,
        },
        Identity = Identity.ServiceAccount($"fleet-{name}-{step}"),
    };
}
