using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Contracts.Variables;
using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Pipelines;

namespace Slipstream.DagGen.Tests.Support;

/// <summary>Models that keep every rule, to be spoilt by <c>with</c>.</summary>
internal static class Some
{
    /// <summary>A release that golden files may name: it does not change with the build.</summary>
    public static GitTag Tag { get; } = GitTag.Parse("v9.8.7");

    /// <summary>Production, of that release.</summary>
    public static DeploymentEnvironment Environment { get; } = DeploymentEnvironment.Production() with
    {
        Host = DeploymentEnvironment.Production().Host with { GitTag = Tag },
    };

    public static Provenance Provenance { get; } = new("dag-gen/Pipelines/Some.cs", Tag);

    public static Dag Dag(params IReadOnlyList<DagTask> tasks) => new()
    {
        Id = "some_dag",
        Description = "Some DAG",
        Owner = "data-engineering",
        Schedule = new CronSchedule("0 6 * * 1", "UTC"),
        StartDate = new DateOnly(2024, 2, 29),
        ImageRepository = "registry.example.com/slipstream",
        Tasks = tasks.Count == 0 ? [Task("first"), Task("second")] : tasks,
        Edges = [],
        GitTag = Tag,
    };

    public static FakeTask Task(string id, params EnvironmentVariable[] environment) => new()
    {
        Id = id,
        FakeEnvironment = environment,
        Identity = Identity.ServiceAccount("some-account"),
    };

    public static ContainerTask Container(string id) => new()
    {
        Id = id,
        ImageReference = new ImageReference("registry.example.com/tools/some:v1.2.3"),
        Identity = Identity.ServiceAccount("some-account"),
    };

    public static StageTask<ExtractSettings> Extract(string id, string source = "postcodes-io") => new()
    {
        Id = id,
        Settings = new ExtractSettings
        {
            Source = source,
            Table = "some_table",
            LandPath = S3Prefix.Parse("s3://example-land/some/"),
            RawHistPath = S3Prefix.Parse("s3://example-raw-hist/some/"),
            Host = new HostSettings { GitTag = Tag },
        },
        Identity = Identity.ServiceAccount("some-dag-extract"),
    };

    public static StageTask<RunCuratedSettings> RunCurated() => new()
    {
        Settings = new RunCuratedSettings
        {
            RawHistPath = S3Prefix.Parse("s3://example-raw-hist/some/"),
            CuratedPath = S3Prefix.Parse("s3://example-curated/some/"),
            Host = new HostSettings { GitTag = Tag },
        },
        Identity = Identity.ServiceAccount("some-dag-run-curated"),
        Outlets = [Asset.Of(S3Prefix.Parse("s3://example-curated/some/"))],
    };

    /// <summary>Fan-out, fan-in, a zone with summer time, and texts that try to leave their quotes.</summary>
    public static Dag HostileDag()
    {
        var first = Extract("extract-a", "say \"it's\" \\ { nothing } \n and \u2028 \U0001F680");
        var second = Extract("extract-b", "'''\"\"\"\\");
        var last = RunCurated();
        return Dag(last, first, second) with
        {
            Id = "hostile",
            Description = "A \"quoted\" description with a backslash \\, a £ and a tab\t",
            Documentation = "It ends with a file's name: README.md",
            Schedule = new CronSchedule("30 0 * * MON-FRI", "Europe/London"),
            Tags = ["it's", "a \"tag\""],
            Retries = new RetryPolicy { Count = 0, Delay = TimeSpan.FromSeconds(90), MaxDelay = TimeSpan.FromMinutes(10) },
            Pod = new PodSettings { InCluster = false, Labels = [new Label("app", "hostile"), new Label("example.com/team", "data")] },
            Edges = [new Edge("extract-b", "run-curated"), new Edge("extract-a", "run-curated")],
        };
    }
}
