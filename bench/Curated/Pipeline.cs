using System.Globalization;
using System.Text.Json.Nodes;
using Slipstream.Bench.Measuring;
using Slipstream.Testing;

namespace Slipstream.Bench.Curated;

/// <summary>The stage as a user runs it, over a directory store: one table of all columns, to Parquet, verified and committed.</summary>
internal sealed class Pipeline
{
    private const string Table = "random_postcodes";

    private readonly TemporaryFolder _folder;
    private readonly string _store;
    private readonly int _memoryLimit;
    private string _input = "all";
    private long _run = 1_573_569_000;

    /// <param name="folder">Where everything lies.</param>
    /// <param name="name">Its own place there.</param>
    /// <param name="memoryLimit">Of the engine, in megabytes.</param>
    public Pipeline(TemporaryFolder folder, string name, int memoryLimit)
    {
        _folder = folder;
        _store = folder.File(name);
        _memoryLimit = memoryLimit;
        WriteDefinition();
    }

    private string Definition => Path.Combine(_store, "definition");

    /// <summary>Lets one more extract arrive.</summary>
    public void Land(string file)
    {
        _run += 60;
        var history = Path.Combine(_store, "raw-hist", "bench", Table, $"file_land_timestamp={_run}");
        Directory.CreateDirectory(history);
        File.Copy(file, Path.Combine(history, $"{Table}_{_run}.jsonl.gz"));
    }

    /// <summary>Has the table added to from now on.</summary>
    public void SinceLast() => _input = "since-last";

    /// <summary>As if the stage had never run.</summary>
    public void Forget()
    {
        if (Directory.Exists(Path.Combine(_store, "curated")))
        {
            Directory.Delete(Path.Combine(_store, "curated"), recursive: true);
        }
    }

    public Task<Measurement> RunAsync() => TimedProcess.RunAsync(TimedProcess.Built("run-curated"), _folder, new Dictionary<string, string>
    {
        ["GIT_TAG"] = TimedProcess.GitTag,
        ["OBJECT_STORE"] = $"file://{_store}",
        ["RAW_META_DATA"] = Repository.Path("meta_data", "raw"),
        ["CURATED_META_DATA"] = Path.Combine(Definition, "curated"),
        ["TRANSFORMS"] = Path.Combine(Definition, "transforms"),
        ["RAW_HIST_PATH"] = "s3://raw-hist/bench/",
        ["CURATED_PATH"] = "s3://curated/bench/",
        ["RUN_TIMESTAMP"] = _run.ToString(CultureInfo.InvariantCulture),
        ["SNAPSHOT_DATE"] = "2019-03-07",
        ["MEMORY_LIMIT"] = _memoryLimit.ToString(CultureInfo.InvariantCulture),
        ["COMPRESSION"] = "snappy",
        ["INPUT"] = _input,
    });

    private void WriteDefinition()
    {
        Directory.CreateDirectory(Path.Combine(Definition, "curated"));
        Directory.CreateDirectory(Path.Combine(Definition, "transforms"));
        var table = JsonNode.Parse(File.ReadAllText(Repository.Path("meta_data", "raw", Table + ".json")))!;
        table["data_format"] = "parquet";
        table["columns"]!.AsArray().Add(new JsonObject { ["name"] = "dea_version", ["type"] = "character", ["description"] = "Release." });
        File.WriteAllText(Path.Combine(Definition, "curated", Table + ".json"), table.ToJsonString());
        File.WriteAllText(Path.Combine(Definition, "curated", "database.json"), """
            { "name": "bench_db", "description": "Bench.", "bucket": "curated", "base_folder": "bench" }
            """);
        File.WriteAllText(Path.Combine(Definition, "transforms", Table + ".sql"), $"-- incremental: append\nSELECT * FROM raw.{Table}\n");
    }
}
