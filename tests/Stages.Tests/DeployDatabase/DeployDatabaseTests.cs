using Slipstream.AwsJson.Athena;
using Slipstream.AwsJson.Glue;
using Slipstream.AwsJson.Handles;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;
using Slipstream.ObjectStore.Directories;
using Slipstream.ObjectStore.Handles;
using Slipstream.StageHost;
using Slipstream.Stages.DeployDatabase;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.DeployDatabase;

public sealed class DeployDatabaseTests : IDisposable
{
    private readonly CuratedFixture _fixture = new();

    [Fact]
    public async Task The_newest_commit_becomes_queryable_by_the_name_of_the_database()
    {
        await _fixture.CommitPeopleAsync(1, CuratedFixture.Version, 3);

        var run = await _fixture.RunAsync();

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains($"+ people: version {CuratedFixture.Version}, 3 rows", run.Log, StringComparison.Ordinal);
        Assert.Equal(["3"], await _fixture.QueryAsync("SELECT count(*) FROM example_db.people"));
        Assert.Equal(["name 0|0"], await _fixture.QueryAsync("SELECT * FROM people WHERE age = 0"));
        Assert.Equal(["The person's name."], await _fixture.QueryAsync("SELECT comment FROM duckdb_columns() WHERE column_name = 'name' AND table_name = 'people'"));
    }

    [Fact]
    public async Task The_result_has_the_rows_of_each_table_and_the_commit()
    {
        await _fixture.CommitPeopleAsync(1, CuratedFixture.Version, 3);

        await _fixture.RunAsync();

        Assert.Equal(3, (int)_fixture.Result["rows_out"]!);
        Assert.Equal(
            $$"""{"database":"example_db","commit_number":1,"version":"{{CuratedFixture.Version}}","is_unchanged":false,"tables":[{"table":"people","change":"added","version":"{{CuratedFixture.Version}}","rows":3}]}""",
            _fixture.Result["facts"]!.ToJsonString());
    }

    [Fact]
    public async Task A_second_run_changes_nothing_and_a_new_commit_replaces_the_state()
    {
        await _fixture.CommitPeopleAsync(1, CuratedFixture.Version, 3);
        await _fixture.RunAsync();
        var written = File.GetLastWriteTimeUtc(_fixture.CatalogFile);

        var again = await _fixture.RunAsync();

        Assert.Equal(ExitCode.Done, again.ExitCode);
        Assert.Contains("The catalogue shows commit 1 of database 'example_db' (people) already: unchanged.", again.Log, StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(_fixture.CatalogFile));

        await _fixture.CommitPeopleAsync(2, CuratedFixture.LaterVersion, 5);
        await _fixture.RunAsync();
        Assert.Equal(["5"], await _fixture.QueryAsync("SELECT count(*) FROM people"));
    }

    [Fact]
    public async Task A_run_after_one_that_was_killed_before_the_rename_finishes_its_work()
    {
        await _fixture.CommitPeopleAsync(1, CuratedFixture.Version, 3);
        _fixture.WriteFile("catalogue/.example_db.duckdb.new");
        _fixture.WriteFile("catalogue/.example_db.duckdb.new.wal");

        Assert.Equal(ExitCode.Done, (await _fixture.RunAsync()).ExitCode);

        Assert.Equal(["3"], await _fixture.QueryAsync("SELECT count(*) FROM people"));
        Assert.False(File.Exists(_fixture.InCatalog(".example_db.duckdb.new")));
        Assert.False(File.Exists(_fixture.InCatalog(".example_db.duckdb.new.wal")));
    }

    [Fact]
    public async Task A_plan_prints_the_changes_and_writes_nothing()
    {
        await _fixture.CommitPeopleAsync(1, CuratedFixture.Version, 3);

        var run = await _fixture.RunAsync("--plan");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains($"+ people: version {CuratedFixture.Version}, 3 rows", run.Log, StringComparison.Ordinal);
        Assert.Contains("would show", run.Log, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.GetDirectoryName(_fixture.CatalogFile)));
    }

    [Fact]
    public async Task Our_own_metadata_become_views_with_all_their_columns()
    {
        _fixture.Environment["CURATED_META_DATA"] = Repository.Path("meta_data", "curated");
        var metadata = MetadataFolder.Load(_fixture.Environment["CURATED_META_DATA"]);
        var tables = metadata.Tables.Select(table =>
        {
            var values = table.Partitions.Select(name => new PartitionValue(name, "2019-11-12")).ToArray();
            var columns = table.DataColumns.Select(column => $"CAST(NULL AS {DuckDbTypes.Of(column.Type)}) AS {column.Name}");
            return (table.Name, values, $"SELECT {string.Join(", ", columns)} FROM range(4)");
        });
        await _fixture.CommitAsync(1, CuratedFixture.Version, [.. tables]);

        var run = await _fixture.RunAsync();

        Assert.Equal(ExitCode.Done, run.ExitCode);
        foreach (var table in metadata.Tables)
        {
            var file = _fixture.InCatalog($"{metadata.Database!.Name}.duckdb");
            Assert.Equal(["4"], await _fixture.QueryAsync($"SELECT count(*) FROM {metadata.Database.Name}.{table.Name}", file));
            Assert.Equal(
                table.Columns.Select(column => $"{column.Name}|{DuckDbTypes.Of(column.Type)}|{column.Description}"),
                await _fixture.QueryAsync($"SELECT column_name, data_type, comment FROM duckdb_columns() WHERE table_name = '{table.Name}' ORDER BY column_index", file));
        }
    }

    [Fact]
    public async Task Every_missing_variable_is_named_at_once()
    {
        _fixture.Environment.Remove("CURATED_PATH");
        _fixture.Environment.Remove("CATALOG");

        var run = await _fixture.RunAsync();

        Assert.Equal(ExitCode.SettingsWrong, run.ExitCode);
        Assert.Contains("CURATED_PATH", run.Error, StringComparison.Ordinal);
        Assert.Contains("CATALOG", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_commit_the_run_fails_and_names_the_stage_to_run()
    {
        var run = await _fixture.RunAsync();

        Assert.Equal(ExitCode.DataFailed, run.ExitCode);
        Assert.Contains("'s3://example-curated/base/' has no commit yet: there is nothing to deploy. Run run-curated first.", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public void Views_over_objects_in_S3_are_refused()
    {
        using var store = new DirectoryObjectStore(_fixture.InCatalog("unused"));
        using var log = new LogLines();
        var settings = new DeployDatabaseSettings
        {
            CuratedPath = S3Prefix.Parse("s3://example-curated/base/"),
            Catalog = CatalogAddress.InDirectory(_fixture.InCatalog("catalogue")),
            Host = new HostSettings { ObjectStore = StoreAddress.S3 },
        };

        using var clients = new StageClients(settings.Capabilities, isReadOnly: true, AmazonGlueClient.Create, AmazonAthenaClient.Create);

        var exception = Assert.Throws<StageException>(() => Catalogs.Open(new StageContext<DeployDatabaseSettings>
        {
            Settings = settings,
            Store = new StageStore(store, settings.Capabilities),
            Loggers = log,
            Time = TimeProvider.System,
            WorkDirectory = _fixture.InCatalog("work"),
            IsPlan = false,
        }, clients));

        Assert.Equal(ExitCode.SettingsWrong, exception.ExitCode);
        Assert.Contains("whose views read local files, but OBJECT_STORE is 's3'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_with_another_type_in_another_table_is_a_warning()
    {
        await _fixture.CommitPeopleAsync(1, CuratedFixture.Version, 3);
        _fixture.WriteMetadata("pets.json", """
            { "name": "pets", "description": "Pets.", "data_format": "parquet", "location": "pets", "columns": [{ "name": "age", "type": "double", "description": "In years." }] }
            """);

        var run = await _fixture.RunAsync();

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("Warning: Column 'age' is 'int' in 'people', 'double' in 'pets'.", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metadata_that_are_broken_stop_the_run()
    {
        await _fixture.CommitPeopleAsync(1, CuratedFixture.Version, 3);
        var file = _fixture.WriteMetadata("people.json", "{ \"name\": ");

        var run = await _fixture.RunAsync();

        Assert.Equal(ExitCode.SettingsWrong, run.ExitCode);
        Assert.Contains(file, run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metadata_without_a_database_are_refused()
    {
        File.Delete(_fixture.WriteMetadata("database.json", "{}"));

        var run = await _fixture.RunAsync();

        Assert.Equal(ExitCode.SettingsWrong, run.ExitCode);
        Assert.Contains("has no database.json", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_catalogue_that_cannot_be_written_is_a_failure_of_the_outside()
    {
        await _fixture.CommitPeopleAsync(1, CuratedFixture.Version, 3);
        _fixture.Environment["CATALOG"] = StoreAddress.InDirectory(Path.Combine(_fixture.WriteFile("occupied"), "catalogue")).ToString();

        var run = await _fixture.RunAsync();

        Assert.Equal(ExitCode.OutsideFailed, run.ExitCode);
        Assert.Contains("cannot be written", run.Log, StringComparison.Ordinal);
    }

    public void Dispose() => _fixture.Dispose();
}
