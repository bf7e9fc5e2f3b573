using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;
using Slipstream.Contracts.Settings;
using Slipstream.DuckDb;
using Slipstream.ObjectStore;
using Slipstream.ObjectStore.Directories;
using Slipstream.ObjectStore.Handles;
using Slipstream.Stages.RunCurated;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.RunCurated;

/// <summary>A pipeline of two curated tables: every row, and a snapshot of a count for each day.</summary>
internal sealed class CuratedWorld : IDisposable
{
    public CuratedWorld()
    {
        World.Write("meta_data/curated/database.json", """
            { "name": "things_db", "description": "Things.", "bucket": "example-curated", "base_folder": "things" }
            """);
        WriteTable("things", """
            { "name": "size", "type": "int", "description": "Size." },
            { "name": "name", "type": "character", "description": "Name.", "nullable": false },
            { "name": "file_land_timestamp", "type": "long", "description": "Landed." },
            { "name": "dea_version", "type": "character", "description": "Release." }
            """, "SELECT * FROM raw.things");
        WriteTable("counted", """
            { "name": "n", "type": "int", "description": "How many." },
            { "name": "dea_version", "type": "character", "description": "Release." },
            { "name": "dea_snapshot_date", "type": "date", "description": "Day." }
            """, "SELECT count(*) AS n FROM curated.things", """["dea_snapshot_date"]""");
    }

    public World World { get; } = new();

    public void WriteTable(string name, string columns, string sql, string partitions = "[]", string key = "[]")
    {
        World.Write($"meta_data/curated/{name}.json", $$"""
            { "name": "{{name}}", "description": "{{name}}.", "data_format": "parquet", "location": "{{name}}",
              "partitions": {{partitions}}, "primary_key": {{key}}, "columns": [ {{columns}} ] }
            """);
        World.Write($"transforms/{name}.sql", sql);
    }

    public void Promote(LandTimestamp run, string rows) => World.Put(Tests.World.In(Tests.World.RawHist, run), rows);

    public RunCuratedSettings Settings(LandTimestamp? run = null, string day = "2019-11-12") => new()
    {
        RawMetaData = World.FileOf("meta_data/raw"),
        CuratedMetaData = World.FileOf("meta_data/curated"),
        Transforms = World.FileOf("transforms"),
        RawHistPath = Tests.World.RawHist,
        CuratedPath = Tests.World.Curated,
        RunTimestamp = run ?? Tests.World.Run,
        SnapshotDate = SnapshotDate.Parse(day),
        MemoryLimit = 256,
        Host = World.Host,
    };

    /// <summary>Runs the stage with settings of the test's own.</summary>
    public static Task<StageRunResult> RunAsync(RunCuratedSettings settings) => StageRunner.RunAsync(settings, context => new RunCuratedStage(context));

    /// <summary>Runs the stage over a store of the test's own.</summary>
    public static Task<StageRunResult> RunAsync(RunCuratedSettings settings, Func<HostSettings, IObjectStore> stores) =>
        StageRunner.RunAsync(settings, context => new RunCuratedStage(context), stores);

    /// <summary>Runs the stage and says what it asked of its store.</summary>
    public static async Task<(StageRunResult Run, WatchedStore Store)> RunWatchedAsync(RunCuratedSettings settings, Func<string, S3Location, Task>? before = null)
    {
        WatchedStore? store = null;
        var run = await RunAsync(settings, host => store = new WatchedStore(ObjectStores.Open(host), before));
        return (run, store!);
    }

    public static IReadOnlyList<string> Parts(IEnumerable<S3Location> locations) =>
        [.. locations.Select(Tests.World.Curated.Relative).Where(key => key.EndsWith(".parquet", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>The parts that a commit names.</summary>
    public static IReadOnlyList<string> Named(Commit commit) =>
        Parts(commit.Tables.SelectMany(table => table.Partitions).SelectMany(partition => partition.Files).Select(file => file.Location));

    /// <summary>The parts that are there.</summary>
    public IReadOnlyList<string> Parquet() => Parts(World.Objects(Tests.World.Curated).Select(key => S3Location.Parse($"s3://{key}")));

    public Task<StageRunResult> RunAsync(LandTimestamp? run = null, string day = "2019-11-12", params string[] args) =>
        StageRunner.RunAsync(Settings(run, day), context => new RunCuratedStage(context), args);

    public async Task<Commit?> NewestAsync()
    {
        var list = new List(RunCuratedSettings.CommitFolder(Tests.World.Curated), "test");
        var read = new Read(Tests.World.Curated, "test");
        using var store = new DirectoryObjectStore(World.StoreFolder);
        var handles = new StageStore(store, [list, read]);
        return await new CommitLog(handles.Open(list), handles.Open(read)).NewestAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The rows of a table in the newest commit, as DuckDB prints them, joined by '|'.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync(string table, string columns = "*", string? folder = null)
    {
        var commit = await NewestAsync();
        var files = commit!.Table(table)!.Partitions.Where(partition => folder is null || partition.Folder == folder).SelectMany(partition => partition.Files).Select(file => World.PathOf(file.Location)).ToList();
        using var connection = DuckDbConnection.Open(new DuckDbOptions());
        var found = await connection.QueryAsync(
            $"SELECT {columns} FROM read_parquet({Sql.Literals(files)}, hive_partitioning = false)", TestContext.Current.CancellationToken);
        return [.. found.Rows.Select(row => string.Join('|', row.Select(value => value ?? "NULL")))];
    }

    public void Dispose() => World.Dispose();
}
