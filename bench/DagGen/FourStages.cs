using System.Globalization;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Pipelines;

namespace Slipstream.Bench.DagGen;

/// <summary>One pipeline of an estate: the four stages, with a folder of its own in shared buckets.</summary>
internal sealed class FourStages(int number) : IPipeline
{
    private readonly string _name = number.ToString("0000", CultureInfo.InvariantCulture);

    public Dag In(DeploymentEnvironment environment)
    {
        var (land, rawHist, quarantine, curated) = (Folder("land"), Folder("raw-hist"), Folder("quarantine"), Folder("curated"));
        DagTask[] tasks =
        [
            Task(new ExtractSettings { Table = "things", LandPath = land, RawHistPath = rawHist, QuarantinePath = quarantine, Host = environment.Host }),
            Task(new TestExtractSettings { Table = "things", LandPath = land, RawHistPath = rawHist, QuarantinePath = quarantine, ReportPath = Folder("reports"), Host = environment.Host }),
            Task(new RunCuratedSettings { RawHistPath = rawHist, CuratedPath = curated, Host = environment.Host }),
            Task(new DeployDatabaseSettings { CuratedPath = curated, Catalog = environment.Catalog, Host = environment.Host }),
        ];
        return new Dag
        {
            Id = $"estate_{_name}",
            Description = $"Pipeline {_name} of the estate",
            Owner = "data-engineering",
            Schedule = new CronSchedule($"{number % 60} 6 * * *", "Europe/London"),
            StartDate = new DateOnly(2026, 1, 1),
            ImageRepository = "registry.example.com/slipstream",
            Tasks = tasks,
            Edges = Edge.Chain(tasks),
        };
    }

    private StageTask<TSettings> Task<TSettings>(TSettings settings)
        where TSettings : IStageSettings<TSettings> =>
        new() { Settings = settings, Identity = Identity.ServiceAccount($"estate-{_name}-{TSettings.Stage}") };

    private S3Prefix Folder(string bucket) => S3Prefix.Parse($"s3://example-{bucket}/estate/{_name}/");
}
