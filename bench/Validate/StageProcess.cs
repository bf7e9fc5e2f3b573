using System.Text.Json.Nodes;
using Slipstream.Bench.Measuring;
using Slipstream.Testing;

namespace Slipstream.Bench.Validate;

/// <summary>The stage as a user runs it: a process over a directory store, which checks and moves nothing.</summary>
internal sealed class StageProcess
{
    private const string Run = "1573569000";
    private const string Table = "random_postcodes";

    private readonly TemporaryFolder _folder;

    public StageProcess(TemporaryFolder folder)
    {
        _folder = folder;
        MetaData = folder.File("meta_data");
        Directory.CreateDirectory(MetaData);
        File.WriteAllText(Path.Combine(MetaData, Table + ".json"), Metadata().ToJsonString());
    }

    public string MetaData { get; }

    public string WorkFolder => _folder.Path;

    /// <summary>Land with nothing in it but the file.</summary>
    public string StoreOf(string file)
    {
        var store = _folder.File(Path.GetFileNameWithoutExtension(file));
        var land = Path.Combine(store, "land", "bench", Table, $"file_land_timestamp={Run}");
        if (!Directory.Exists(land))
        {
            Directory.CreateDirectory(land);
            File.Copy(file, Path.Combine(land, $"{Table}_{Run}.jsonl.gz"));
        }

        return store;
    }

    public Task<Measurement> RunAsync(string program, string file) => TimedProcess.RunAsync(program, _folder, Environment(file), "--plan");

    private Dictionary<string, string> Environment(string file) => new()
    {
        ["GIT_TAG"] = TimedProcess.GitTag,
        ["OBJECT_STORE"] = $"file://{StoreOf(file)}",
        ["META_DATA"] = MetaData,
        ["TABLE"] = Table,
        ["RUN_TIMESTAMP"] = Run,
        ["LAND_PATH"] = "s3://land/bench/",
        ["RAW_HIST_PATH"] = "s3://raw-hist/bench/",
    };

    // The shipped table, with one pattern, one enum and a unique key.
    private static JsonNode Metadata()
    {
        var table = JsonNode.Parse(File.ReadAllText(Repository.Path("meta_data", "raw", Table + ".json")))!;
        foreach (var column in table["columns"]!.AsArray())
        {
            switch ((string)column!["name"]!)
            {
                case "postcode":
                    column["pattern"] = "[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}";
                    column["unique"] = true;
                    break;
                case "country":
                    column["enum"] = new JsonArray("Scotland", "England", "Wales", "Northern Ireland", "Channel Islands", "Isle of Man");
                    break;
                default:
                    break;
            }
        }

        return table;
    }
}
