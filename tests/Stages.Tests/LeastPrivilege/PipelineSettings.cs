using System.Globalization;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.LeastPrivilege;

/// <summary>The settings of postcodes_example in production, for a run: what its policies were compiled from.</summary>
internal sealed record PipelineSettings(HostSettings Host, Uri Source)
{
    public const string DagId = "postcodes_example";
    public const string Table = "random_postcodes";

    private static readonly S3Prefix Curated = S3Prefix.Parse("s3://example-curated/postcodes/");

    public LandTimestamp Run { get; init; } = World.Run;

    /// <summary>The day of the run, unless another is said.</summary>
    public SnapshotDate? Day { get; init; }

    public string CuratedMetaData { get; init; } = Repository.Path("meta_data/curated");

    public static IReadOnlyList<string> Buckets => ["example-land", "example-raw-hist", "example-quarantine", "example-reports", "example-curated"];

    public ExtractSettings Extract => new()
    {
        SourceUrl = Source,
        Table = Table,
        LandPath = In("land"),
        RawHistPath = In("raw-hist"),
        QuarantinePath = In("quarantine"),
        RunTimestamp = Run,
        Requests = 100,
        Host = Host,
    };

    public TestExtractSettings TestExtract => new()
    {
        Table = Table,
        MetaData = Repository.Path("meta_data/raw"),
        LandPath = In("land"),
        RawHistPath = In("raw-hist"),
        QuarantinePath = In("quarantine"),
        ReportPath = In("reports"),
        RunTimestamp = Run,
        Host = Host,
    };

    public RunCuratedSettings RunCurated => new()
    {
        RawMetaData = Repository.Path("meta_data/raw"),
        CuratedMetaData = CuratedMetaData,
        Transforms = Repository.Path("transforms"),
        RawHistPath = In("raw-hist"),
        CuratedPath = Curated,
        RunTimestamp = Run,
        SnapshotDate = Day ?? SnapshotDate.Parse(DateTimeOffset.FromUnixTimeSeconds(Run.UnixSeconds).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        MemoryLimit = 256,
        Host = Host,
    };

    public DeployDatabaseSettings DeployDatabase => new()
    {
        CuratedMetaData = CuratedMetaData,
        CuratedPath = Curated,
        Catalog = CatalogAddress.Glue,
        Host = Host,
    };

    /// <summary>Runs a stage as a program.</summary>
    public Task<ProgramResult> RunAsync(string stage, IReadOnlyDictionary<string, string> environment) => stage switch
    {
        "extract" => StageProgram.RunAsync(Extract, environment),
        "test-extract" => StageProgram.RunAsync(TestExtract, environment),
        "run-curated" => StageProgram.RunAsync(RunCurated, environment),
        _ => StageProgram.RunAsync(DeployDatabase, environment),
    };

    public static string RoleOf(string file) => $"postcodes-example-{file.Replace('.', '-')}";

    private static S3Prefix In(string layer) => S3Prefix.Parse($"s3://example-{layer}/open_data/{DagId}/");
}
