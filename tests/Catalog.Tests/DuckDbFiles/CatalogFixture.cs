using Slipstream.Catalog.Commits;
using Slipstream.Catalog.DuckDbFiles;
using Slipstream.Contracts;
using Slipstream.DuckDb;
using Slipstream.Metadata;
using Slipstream.ObjectStore;
using Slipstream.ObjectStore.Directories;
using Slipstream.Testing;

namespace Slipstream.Catalog.Tests.DuckDbFiles;

/// <summary>A directory store with real Parquet files, and a catalogue over it.</summary>
internal sealed class CatalogFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DirectoryObjectStore _store;
    private readonly DuckDbFileCatalog _catalog;

    public CatalogFixture(string storeName = "buckets")
    {
        _store = new DirectoryObjectStore(_folder.File(storeName));
        _catalog = new DuckDbFileCatalog(CatalogFolder, _store, Directory.CreateDirectory(_folder.File("work")).FullName);
    }

    public string CatalogFolder => _folder.File("catalogue");

    public string File => DuckDbFileCatalog.FileOf(CatalogFolder, Some.Database.Name);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Writes one Parquet file to its place, below the table or one of its partitions.</summary>
    public async Task<CommitFile> WriteAsync(string folder, string version, string select)
    {
        var location = S3Prefix.Parse("s3://example-curated/base/").File($"{folder}/v-{version}/data-part-1.parquet");
        var path = _store.PathOf(location);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var connection = DuckDbConnection.Open(new DuckDbOptions());
        var rows = await connection.ScalarAsync($"COPY ({select}) TO {Sql.Literal(path)} (FORMAT parquet)", Token);
        await using var stream = System.IO.File.OpenRead(path);
        return new CommitFile(location, stream.Length, await Sha256Hash.OfAsync(stream, Token), rows);
    }

    public void DeleteFile(CommitFile file) => System.IO.File.Delete(_store.PathOf(file.Location));

    public Task<ICatalogPlan> PlanAsync(Commit commit, params TableMetadata[] tables) =>
        _catalog.PlanAsync(new CatalogState(Some.Database, tables, commit), Token);

    public async Task<ICatalogPlan> DeployAsync(Commit commit, params TableMetadata[] tables)
    {
        var plan = await PlanAsync(commit, tables);
        Assert.True(await plan.ApplyAsync(Token));
        return plan;
    }

    public DuckDbConnection OpenForReading() => DuckDbConnection.Open(new DuckDbOptions { File = File, IsReadOnly = true });

    /// <summary>The rows of a query, each as its values between bars.</summary>
    public async Task<IReadOnlyList<string>> QueryAsync(string sql)
    {
        using var connection = OpenForReading();
        return await QueryAsync(connection, sql);
    }

    public static async Task<IReadOnlyList<string>> QueryAsync(DuckDbConnection connection, string sql) =>
        [.. (await connection.QueryAsync(sql, Token)).Rows.Select(row => string.Join('|', row.Select(value => value ?? "NULL")))];

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }
}
