using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Pipelines;

/// <summary>A thousand random postcodes, every day: the example to copy.</summary>
internal sealed class PostcodesExample : IPipeline
{
    private const string Table = "random_postcodes";

    private static readonly Uri Api = new("https://api.postcodes.io/random/postcodes");
    private static readonly Uri Replay = new("http://127.0.0.1:8642/random/postcodes");

    private static readonly S3Prefix Land = S3Prefix.Parse("s3://example-land/open_data/postcodes_example/");
    private static readonly S3Prefix RawHist = S3Prefix.Parse("s3://example-raw-hist/open_data/postcodes_example/");
    private static readonly S3Prefix Quarantine = S3Prefix.Parse("s3://example-quarantine/open_data/postcodes_example/");
    private static readonly S3Prefix Reports = S3Prefix.Parse("s3://example-reports/open_data/postcodes_example/");
    private static readonly S3Prefix Curated = S3Prefix.Parse("s3://example-curated/postcodes/");

    public Dag In(DeploymentEnvironment environment)
    {
        var extract = Extract(environment);
        var testExtract = TestExtract(environment);
        var runCurated = RunCurated(environment);
        var deployDatabase = DeployDatabase(environment);
        return new Dag
        {
            Id = "postcodes_example",
            Description = "A thousand random postcodes of postcodes.io, every day, as a database",
            Documentation = """
                ### postcodes_example

                `extract` asks postcodes.io for a thousand random postcodes and lands them;
                `test-extract` checks them and keeps the good ones in raw-hist; `run-curated`
                makes the curated tables with SQL; `deploy-database` shows them to readers.

                Every task may be cleared and run again: it comes to the same result. Each log
                begins with the settings. If `test-extract` fails, the data are at fault, and
                its log lists every finding.
                """,
            Owner = "data-engineering",
            Notifications = new Notifications { OnFailure = [Notification.Email("data-engineering@example.com")] },
            Tags = ["slipstream", "postcodes"],
            Schedule = new CronSchedule("30 13 * * *"),
            StartDate = new DateOnly(2019, 3, 7),
            Retries = new RetryPolicy { Count = 2, Delay = TimeSpan.FromMinutes(5) },
            RunTimeout = TimeSpan.FromHours(6),
            TaskTimeout = TimeSpan.FromHours(2),
            ImageRepository = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/slipstream",
            Pod = new PodSettings { Labels = [new Label("app", "postcodes_example")] },
            Tasks = [extract, testExtract, runCurated, deployDatabase],
            Edges = Edge.Chain(extract, testExtract, runCurated, deployDatabase),
        };
    }

    private static StageTask<ExtractSettings> Extract(DeploymentEnvironment environment) => new()
    {
        Settings = new ExtractSettings
        {
            SourceUrl = environment.IsLocal ? Replay : Api,
            Table = Table,
            LandPath = Land,
            RawHistPath = RawHist,
            QuarantinePath = Quarantine,
            Host = environment.Host,
        },
        Identity = Identity.ServiceAccount("postcodes-example-extract"),
        Accepts = [new Acceptance("IAM040", "The stage fills both open places with one timestamp, and nobody else writes into the table's folder.")],
        Resources = new Resources { Cpu = "250m", Memory = "512Mi" },
    };

    private static StageTask<TestExtractSettings> TestExtract(DeploymentEnvironment environment) => new()
    {
        Settings = new TestExtractSettings
        {
            Table = Table,
            LandPath = Land,
            RawHistPath = RawHist,
            QuarantinePath = Quarantine,
            ReportPath = Reports,
            Host = environment.Host,
        },
        Identity = Identity.ServiceAccount("postcodes-example-test-extract"),
        Resources = new Resources { Cpu = "500m", Memory = "512Mi" },
    };

    private static StageTask<RunCuratedSettings> RunCurated(DeploymentEnvironment environment) => new()
    {
        Settings = new RunCuratedSettings
        {
            RawHistPath = RawHist,
            CuratedPath = Curated,
            MemoryLimit = 1536,
            Host = environment.Host,
        },
        Identity = Identity.ServiceAccount("postcodes-example-run-curated"),
        Resources = new Resources { Cpu = "1", Memory = "2Gi" },
    };

    private static StageTask<DeployDatabaseSettings> DeployDatabase(DeploymentEnvironment environment) => new()
    {
        Settings = new DeployDatabaseSettings
        {
            CuratedPath = Curated,
            Catalog = environment.Catalog,
            Host = environment.Host,
        },
        Identity = Identity.ServiceAccount("postcodes-example-deploy-database"),
        Accepts = [new Acceptance("IAM040", "The database is the pipeline's own, and Glue lists its tables only all at once.")],
        Resources = new Resources { Cpu = "250m", Memory = "512Mi" },
        Outlets = [Asset.Of(Curated.Folder("random_postcodes")), Asset.Of(Curated.Folder("calculated"))],
    };
}
