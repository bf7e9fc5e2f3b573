using System.Diagnostics;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Stages.Tests.Extract;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests;

/// <summary>Four stages over buckets of a server: twenty rows with each run, one table of them all, and a snapshot of their count for each day.</summary>
internal sealed class PostcodesPipeline : IAsyncDisposable
{
    public const string Table = "random_postcodes";
    public const string Counted = "counted";
    public const string Database = "postcodes_db";
    public const int Rows = 20;

    private readonly World _world = new();
    private readonly LoopbackHttp _source;
    private int _answers;

    public PostcodesPipeline(string name)
    {
        _source = LoopbackHttp.Start(_ => Answers.Row(Interlocked.Increment(ref _answers)));
        Land = S3Prefix.Parse($"s3://{name}-land/open_data/");
        RawHist = S3Prefix.Parse($"s3://{name}-raw-hist/open_data/");
        Curated = S3Prefix.Parse($"s3://{name}-curated/postcodes/");
        WriteDefinitions();
    }

    public S3Prefix Land { get; }

    public S3Prefix RawHist { get; }

    public S3Prefix Curated { get; }

    public IEnumerable<string> Buckets => [Land.Bucket, RawHist.Bucket, Curated.Bucket];

    /// <summary>How often the source was asked.</summary>
    public int Asked => Volatile.Read(ref _answers);

    public LandTimestamp Run { get; set; } = World.Run;

    public string Day { get; set; } = "2019-11-12";

    public ExtractSettings Extract => new()
    {
        SourceUrl = _source.Url,
        Table = Table,
        LandPath = Land,
        RawHistPath = RawHist,
        RunTimestamp = Run,
        Requests = Rows,
        Host = Host,
    };

    public TestExtractSettings TestExtract => new()
    {
        Table = Table,
        MetaData = _world.FileOf("meta_data/raw"),
        LandPath = Land,
        RawHistPath = RawHist,
        RunTimestamp = Run,
        MinimumRows = Rows,
        Host = Host,
    };

    public RunCuratedSettings RunCurated => new()
    {
        RawMetaData = _world.FileOf("meta_data/raw"),
        CuratedMetaData = _world.FileOf("meta_data/curated"),
        Transforms = _world.FileOf("transforms"),
        RawHistPath = RawHist,
        CuratedPath = Curated,
        RunTimestamp = Run,
        SnapshotDate = SnapshotDate.Parse(Day),
        MemoryLimit = 256,
        Host = Host,
    };

    public DeployDatabaseSettings DeployDatabase => new()
    {
        CuratedMetaData = _world.FileOf("meta_data/curated"),
        CuratedPath = Curated,
        Catalog = CatalogAddress.Glue,
        Host = Host,
    };

    private HostSettings Host => _world.Host with { ObjectStore = StoreAddress.S3, S3PathStyle = true };

    public string WriteToken(string text) => _world.Write("token", text);

    /// <summary>The names of the stages, in their order.</summary>
    public static IReadOnlyList<string> Stages { get; } = [ExtractSettings.Stage, TestExtractSettings.Stage, RunCuratedSettings.Stage, DeployDatabaseSettings.Stage];

    /// <summary>A stage as a process that is still to be started.</summary>
    public ProcessStartInfo Start(string stage, IReadOnlyDictionary<string, string> environment) => Stages.ToList().IndexOf(stage) switch
    {
        0 => StageProgram.Start(Extract, stage, [], environment),
        1 => StageProgram.Start(TestExtract, stage, [], environment),
        2 => StageProgram.Start(RunCurated, stage, [], environment),
        _ => StageProgram.Start(DeployDatabase, stage, [], environment),
    };

    /// <summary>Runs one stage as a process.</summary>
    public async Task<ProgramResult> RunAsync(string stage, IReadOnlyDictionary<string, string> environment) =>
        (await InstalledProgram.RunAsync(Start(stage, environment), string.Empty, TestContext.Current.CancellationToken))!;

    /// <summary>Runs the stages one after the other, and goes on whatever comes of one.</summary>
    public async Task<IReadOnlyList<ProgramResult>> RunAllAsync(IReadOnlyDictionary<string, string> environment)
    {
        var runs = new List<ProgramResult>();
        foreach (var stage in Stages)
        {
            runs.Add(await RunAsync(stage, environment));
        }

        return runs;
    }

    /// <summary>The next run, a day later.</summary>
    public void GoOn(int days = 1)
    {
        Run = LandTimestamp.Parse($"{long.Parse($"{Run}", System.Globalization.CultureInfo.InvariantCulture) + (days * 86_400)}");
        Day = DateOnly.Parse(Day, System.Globalization.CultureInfo.InvariantCulture).AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        _world.Dispose();
    }

    private void WriteDefinitions()
    {
        const string columns = """
            { "name": "postcode", "type": "character", "description": "Postcode.", "nullable": false },
            { "name": "quality", "type": "int", "description": "Quality." },
            { "name": "codes_ccg", "type": "character", "description": "CCG." },
            { "name": "index", "type": "long", "description": "Number of the row." }
            """;
        const string release = """, { "name": "dea_version", "type": "character", "description": "Release." }""";
        File.Delete(_world.FileOf("meta_data/raw/things.json"));
        Write("raw", Table, "json", columns);
        Write("curated", Table, "parquet", columns + release);
        Write("curated", Counted, "parquet", $$"""
            { "name": "n", "type": "int", "description": "How many." }{{release}},
            { "name": "dea_snapshot_date", "type": "date", "description": "Day." }
            """, """["dea_snapshot_date"]""");
        _world.Write("meta_data/curated/database.json", $$"""
            { "name": "{{Database}}", "description": "Postcodes.", "bucket": "{{Curated.Bucket}}", "base_folder": "postcodes" }
            """);
        _world.Write($"transforms/{Table}.sql", $"SELECT * FROM raw.{Table}");
        _world.Write($"transforms/{Counted}.sql", $"SELECT count(*) AS n FROM curated.{Table}");
    }

    private void Write(string layer, string table, string format, string columns, string partitions = "[]") => _world.Write($"meta_data/{layer}/{table}.json", $$"""
        { "name": "{{table}}", "description": "{{table}}.", "data_format": "{{format}}", "location": "{{table}}", "partitions": {{partitions}}, "columns": [ {{columns}} ] }
        """);
}
