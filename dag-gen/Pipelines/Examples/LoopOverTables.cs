using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Pipelines.Examples;

/// <summary>
/// Loops, fan-out and fan-in over tables: LINQ in C#, plain tasks in the DAG. Each table is extracted and tested in a
/// group of its own; one task waits for all of them.
/// </summary>
internal sealed class LoopOverTables : IPipeline
{
    private static readonly string[] Tables = ["parishes", "wards", "districts"];

    private static readonly S3Prefix Land = S3Prefix.Parse("s3://example-land/geography/");
    private static readonly S3Prefix RawHist = S3Prefix.Parse("s3://example-raw-hist/geography/");
    private static readonly S3Prefix Curated = S3Prefix.Parse("s3://example-curated/geography/");

    public Dag In(DeploymentEnvironment environment)
    {
        var extracts = Tables.Select(table => Extract(table, environment)).ToList();
        var tests = Tables.Select(table => Test(table, environment)).ToList();
        var curate = new StageTask<RunCuratedSettings>
        {
            Settings = new RunCuratedSettings { RawHistPath = RawHist, CuratedPath = Curated, Host = environment.Host },
            Identity = Identity.ServiceAccount("geography-run-curated"),
            Outlets = [.. Tables.Select(table => Asset.Of(Curated.Folder(table)))],
        };
        return new Dag
        {
            Id = "loop_over_tables",
            Description = "Three tables side by side, then one task for all",
            Owner = "data-engineering",
            Schedule = new PresetSchedule(Preset.Weekly, "Europe/London"),
            StartDate = new DateOnly(2026, 1, 5),
            ImageRepository = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/slipstream",
            Groups = [.. Tables.Select(table => new TaskGroup(table, $"Everything about {table}"))],
            Tasks = [.. extracts, .. tests, curate],
            Edges = [.. extracts.Zip(tests, Edge.Between), .. tests.Select(test => Edge.Between(test, curate))],
        };
    }

    private static StageTask<ExtractSettings> Extract(string table, DeploymentEnvironment environment) => new()
    {
        Id = $"extract-{table}",
        Group = table,
        Settings = new ExtractSettings { Table = table, LandPath = Land, RawHistPath = RawHist, Host = environment.Host },
        Identity = Identity.ServiceAccount($"geography-extract-{table}"),
    };

    private static StageTask<TestExtractSettings> Test(string table, DeploymentEnvironment environment) => new()
    {
        Id = $"test-{table}",
        Group = table,
        Settings = new TestExtractSettings { Table = table, LandPath = Land, RawHistPath = RawHist, Host = environment.Host },
        Identity = Identity.ServiceAccount($"geography-test-{table}"),
    };
}
