using System.Text.Json.Nodes;
using Slipstream.AwsJson.Athena;
using Slipstream.AwsJson.Glue;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;
using Slipstream.Contracts.Settings;
using Slipstream.DuckDb;
using Slipstream.ObjectStore;
using Slipstream.ObjectStore.Directories;
using Slipstream.ObjectStore.Handles;
using Slipstream.Stages.DeployDatabase;
using Slipstream.Testing;
using Slipstream.Testing.Aws;

namespace Slipstream.Stages.Tests.DeployDatabase;

/// <summary>A store with curated files and commits as RunCurated leaves them, metadata, and the stage to deploy them.</summary>
internal sealed class CuratedFixture : IDisposable
{
    public const string Version = "1573569000-0123456789ab";
    public const string LaterVersion = "1573655400-ba9876543210";

    public static readonly S3Prefix Curated = S3Prefix.Parse("s3://example-curated/base/");

    private readonly TemporaryFolder _folder = new();
    private readonly DirectoryObjectStore _store;

    public CuratedFixture()
    {
        _store = new DirectoryObjectStore(_folder.File("buckets"));
        Environment = new Dictionary<string, string>
        {
            ["CURATED_PATH"] = Curated.ToString(),
            ["CURATED_META_DATA"] = _folder.File("meta_data"),
            ["OBJECT_STORE"] = StoreAddress.InDirectory(_folder.File("buckets")).ToString(),
            ["CATALOG"] = StoreAddress.InDirectory(_folder.File("catalogue")).ToString(),
            ["WORK_DIR"] = _folder.File("work"),
            ["RESULT_PATH"] = _folder.File("result.json"),
        };
        WriteMetadata("database.json", """
            { "name": "example_db", "description": "A database.", "bucket": "example-curated", "base_folder": "base" }
            """);
        WriteMetadata("people.json", """
            {
              "name": "people", "description": "People.", "data_format": "parquet", "location": "people",
              "columns": [
                { "name": "name", "type": "character", "description": "The person's name." },
                { "name": "age", "type": "int", "description": "In years." }
              ]
            }
            """);
    }

    public Dictionary<string, string> Environment { get; }

    /// <summary>Whether folders are named after attempts, as run-curated names them since v0.1.0.</summary>
    public bool HasAttempts { get; init; }

    public IObjectStore Store => _store;

    public string CatalogFile => _folder.File("catalogue/example_db.duckdb");

    public string PathOf(string file) => _folder.File(file);

    public JsonNode Result => JsonNode.Parse(File.ReadAllText(_folder.File("result.json")))!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public string WriteMetadata(string name, string json) => _folder.Write($"meta_data/{name}", json);

    public string WriteFile(string name) => _folder.Write(name, "a file");

    /// <summary>Runs it over a store of the test's own.</summary>
    public Task<StageRunResult> RunOverAsync(IObjectStore store, params string[] args) => StageRunner.RunAsync<DeployDatabaseSettings>(
        Environment, context => new DeployDatabaseStage(context, NoGlue, NoAthena), _ => store, args);

    public Task<StageRunResult> RunAsync(params string[] args) =>
        StageRunner.RunAsync<DeployDatabaseSettings>(Environment, context => new DeployDatabaseStage(context, NoGlue, NoAthena), args);

    /// <summary>Runs it with Glue as the catalogue; the objects are in the directory all the same.</summary>
    public Task<StageRunResult> RunOnGlueAsync(LoopbackAws aws, params string[] args) => RunOnGlueAsync(() => aws.OpenGlue(), () => aws.OpenAthena(), args);

    public Task<StageRunResult> RunOnGlueAsync(Func<AmazonGlueClient> openGlue, Func<AmazonAthenaClient> openAthena, params string[] args) =>
        RunOnGlueAsync(() => new DirectoryObjectStore(_folder.File("buckets")), openGlue, openAthena, args);

    /// <summary>Runs it with Glue as the catalogue and the objects in S3, where <see cref="PutInto"/> has put them.</summary>
    public Task<StageRunResult> RunOnAwsAsync(LoopbackAws aws) => RunOnGlueAsync(() => aws.OpenS3(), () => aws.OpenGlue(), () => aws.OpenAthena());

    /// <summary>The same as somebody with little luck.</summary>
    public Task<StageRunResult> RunOnAwsAsync(UnluckyCaller caller) => RunOnGlueAsync(caller.OpenS3, caller.OpenGlue, caller.OpenAthena);

    /// <summary>Moves what is in the directory into S3.</summary>
    public void PutInto(LoopbackAws aws)
    {
        aws.S3.CreateBucket(Curated.Bucket);
        var bucket = _folder.File($"buckets/{Curated.Bucket}");
        foreach (var file in Directory.EnumerateFiles(bucket, "*", SearchOption.AllDirectories))
        {
            aws.S3.Put(Curated.Bucket, Path.GetRelativePath(bucket, file), File.ReadAllBytes(file));
            File.Delete(file);
        }
    }

    public async Task CommitPeopleAsync(long number, string version, int rows) =>
        await CommitAsync(number, version, ("people", [], $"SELECT 'name ' || i AS name, CAST(i AS INTEGER) AS age FROM range({rows}) AS t(i)"));

    public async Task CommitAsync(long number, string version, params (string Table, PartitionValue[] Values, string Select)[] tables)
    {
        var committed = new List<CommitTable>();
        foreach (var table in tables.GroupBy(table => table.Table))
        {
            var partitions = new List<CommitPartition>();
            foreach (var (name, values, select) in table)
            {
                partitions.Add(await WriteAsync(name, values, version, Attempt(number, version), select));
            }

            committed.Add(new CommitTable(table.Key, partitions));
        }

        await AppendAsync(Commit(number, version, committed) with { Attempt = Attempt(number, version) });
    }

    public async Task<Commit> NewestAsync()
    {
        var folder = RunCuratedSettings.CommitFolder(Curated);
        var (list, read) = (new List(folder, "list"), new Read(folder, "read"));
        var handles = new StageStore(_store, [list, read]);
        return (await new CommitLog(handles.Open(list), handles.Open(read)).NewestAsync(Token))!;
    }

    /// <summary>Puts a commit of the test's own.</summary>
    public async Task AppendAsync(Commit commit)
    {
        var folder = RunCuratedSettings.CommitFolder(Curated);
        var (list, read, write) = (new List(folder, "list"), new Read(folder, "read"), new WriteOnce(folder, "write"));
        var handles = new StageStore(_store, [list, read, write]);
        var log = new CommitLog(handles.Open(list), handles.Open(read));
        Assert.True(await log.TryAppendAsync(commit, handles.Open(write), Token));
    }

    public async Task<IReadOnlyList<string>> QueryAsync(string sql, string? file = null)
    {
        using var connection = DuckDbConnection.Open(new DuckDbOptions { File = file ?? CatalogFile, IsReadOnly = true });
        return [.. (await connection.QueryAsync(sql, Token)).Rows.Select(row => string.Join('|', row.Select(value => value ?? "NULL")))];
    }

    public string InCatalog(string file) => Path.Combine(Path.GetDirectoryName(CatalogFile)!, file);

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    private Task<StageRunResult> RunOnGlueAsync(Func<IObjectStore> openStore, Func<AmazonGlueClient> openGlue, Func<AmazonAthenaClient> openAthena, params string[] args)
    {
        Environment.Remove("OBJECT_STORE");
        Environment["CATALOG"] = "glue";
        return StageRunner.RunAsync<DeployDatabaseSettings>(Environment, context => new DeployDatabaseStage(context, openGlue, openAthena), _ => openStore(), args);
    }

    private static AmazonAthenaClient NoAthena() => throw new InvalidOperationException("Nobody asked for Athena.");

    private static AmazonGlueClient NoGlue() => throw new InvalidOperationException("Nobody asked for Glue.");

    private string? Attempt(long number, string version) => HasAttempts ? $"{version}-{number}" : null;

    private static Commit Commit(long number, string version, IReadOnlyList<CommitTable> tables) => new()
    {
        Number = number,
        Version = version,
        RunTimestamp = LandTimestamp.Parse(version[..10]),
        SnapshotDate = SnapshotDate.Parse("2019-11-12"),
        GitTag = GitTag.OfThisBuild,
        SqlHash = "5a1",
        MetadataHash = "3e7a",
        LatestRun = new CommitRun(number, LandTimestamp.Parse(version[..10])),
        Inputs = [],
        Tables = tables,
    };

    private async Task<CommitPartition> WriteAsync(string table, PartitionValue[] values, string version, string? attempt, string select)
    {
        var folder = string.Join('/', [table, .. values.Select(value => value.Segment)]);
        var location = Curated.File($"{folder}/v-{attempt ?? version}/data-part-1.parquet");
        var path = _store.PathOf(location);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var connection = DuckDbConnection.Open(new DuckDbOptions());
        var rows = await connection.ScalarAsync($"COPY ({select}) TO {Sql.Literal(path)} (FORMAT parquet)", Token);
        var bytes = await File.ReadAllBytesAsync(path, Token);
        return new CommitPartition
        {
            Values = values,
            Version = version,
            Attempt = attempt,
            RunTimestamp = LandTimestamp.Parse(version[..10]),
            Files = [new CommitFile(location, bytes.Length, Sha256Hash.Of(bytes), rows)],
        };
    }
}
