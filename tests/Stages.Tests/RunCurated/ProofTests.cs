using Slipstream.Catalog.DuckDbFiles;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.DuckDb;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;
using Slipstream.ObjectStore;
using Slipstream.Stages.DeployDatabase;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.RunCurated;

/// <summary>
/// What the tools before this one got wrong, from the raw extract to the catalogue. The numbers are those of the list of proofs
/// that the design was made from.
/// </summary>
public sealed class ProofTests : IDisposable
{
    private static readonly LandTimestamp NextRun = LandTimestamp.Parse($"{World.Run.UnixSeconds + 86_400}");
    private readonly CuratedWorld _world = new();

    public void Dispose() => _world.Dispose();

    // Types were rewritten by searching and replacing words: 'long' within 'longitude' too, and 'date' within 'updated'.
    [Fact]
    public async Task Proof_9_a_struct_with_a_longitude_keeps_its_names_and_its_values()
    {
        const string type = "struct<longitude:double,updated:datetime,places:array<struct<integer:long>>>";
        _world.World.Write("meta_data/raw/things.json", $$"""
            { "name": "things", "description": "Things.", "data_format": "json", "location": "things",
              "columns": [ { "name": "name", "type": "character" }, { "name": "position", "type": "{{type}}" } ] }
            """);
        _world.WriteTable("things", $$"""
            { "name": "name", "type": "character", "description": "Name." },
            { "name": "position", "type": "{{type}}", "description": "Where it is." },
            { "name": "dea_version", "type": "character", "description": "Release." }
            """, "SELECT * FROM raw.things");
        _world.Promote(World.Run, """{"name":"a","position":{"longitude":-2.25,"updated":"2019-03-07 13:45:00","places":[{"integer":5},null]}}""" + "\n");

        await PublishAsync(World.Run, "2019-11-12");

        Assert.Equal(
            ["-2.25|2019-03-07 13:45:00|5"],
            await QueryAsync("SELECT position.longitude, position.updated, position.places[1].integer FROM things"));
        var column = MetadataFolder.Load(_world.World.FileOf("meta_data/curated")).Tables.Single(table => table.Name == "things").Columns[1];
        Assert.Equal("struct<longitude:double,updated:timestamp,places:array<struct<integer:bigint>>>", GlueTypes.Of(column.Type));
    }

    // An overwrite was a delete and then a write. Here the reader looks before each call that reads or changes an object; ReaderTests has the same with processes that are killed.
    [Fact]
    public async Task Proof_12_a_reader_at_any_moment_of_a_publication_sees_all_rows_of_one_version()
    {
        _world.Promote(World.Run, World.Rows(3));
        await PublishAsync(World.Run, "2019-11-12");
        _world.Promote(NextRun, World.Rows(3, first: 3));
        var (seen, committed) = (new List<string>(), new List<string>());

        var (run, _) = await CuratedWorld.RunWatchedAsync(_world.Settings(NextRun, "2019-11-13") with { Concurrency = 1 }, async (_, _) =>
        {
            seen.AddRange(await QueryAsync("SELECT count(*), (SELECT sum(n) FROM counted) FROM things"));
            committed.AddRange(await _world.RowsAsync("things", "count(*)"));
        });
        var deployed = await DeployAsync(host => new WatchedStore(ObjectStores.Open(host), async (_, _) =>
            seen.AddRange(await QueryAsync("SELECT count(*), (SELECT sum(n) FROM counted) FROM things"))));
        seen.AddRange(await QueryAsync("SELECT count(*), (SELECT sum(n) FROM counted) FROM things"));

        Assert.True(run.ExitCode == ExitCode.Done, run.Log);
        Assert.True(deployed.ExitCode == ExitCode.Done, deployed.Log);
        Assert.True(committed.Count > 5, $"{committed.Count} moments");
        Assert.Equal(["3", "6"], committed.Distinct());
        Assert.Equal(committed.Order(), committed);
        Assert.Equal(["3|3", "6|9"], seen.Distinct());
    }

    // The date was asked of the clock: a run that was executed again a day later made another partition, which stayed.
    [Fact]
    public async Task Proof_13_a_run_executed_again_the_next_day_makes_the_same_partition()
    {
        _world.Promote(World.Run, World.Rows(3));
        await PublishAsync(World.Run, "2019-11-12");
        var before = _world.World.Everything();
        await PublishAsync(World.Run, "2019-11-12");

        Assert.Equal(before, _world.World.Everything());
        Assert.Equal(["2019-11-12|3"], await QueryAsync("SELECT dea_snapshot_date, n FROM counted"));

        // A day later its own run has come and gone, and then the first is executed again.
        _world.Promote(NextRun, World.Rows(3, first: 3));
        await PublishAsync(NextRun, "2019-11-13");
        before = _world.World.Everything();
        await PublishAsync(World.Run, "2019-11-12");

        Assert.Equal(before, _world.World.Everything());
        Assert.Equal(
            ["2019-11-12|3", "2019-11-13|6"], await QueryAsync("SELECT dea_snapshot_date, n FROM counted ORDER BY dea_snapshot_date"));
    }

    private async Task PublishAsync(LandTimestamp run, string day)
    {
        var published = await _world.RunAsync(run, day);
        Assert.True(published.ExitCode == ExitCode.Done, published.Log);
        var deployed = await DeployAsync(ObjectStores.Open);
        Assert.True(deployed.ExitCode == ExitCode.Done, deployed.Log);
    }

    private Task<StageRunResult> DeployAsync(Func<HostSettings, IObjectStore> stores) => StageRunner.RunAsync(
        new DeployDatabaseSettings
        {
            CuratedMetaData = _world.World.FileOf("meta_data/curated"),
            CuratedPath = World.Curated,
            Catalog = CatalogAddress.InDirectory(_world.World.FileOf("catalogue")),
            Host = _world.World.Host,
        },
        DeployDatabaseProgram.Create,
        stores);

    private async Task<IReadOnlyList<string>> QueryAsync(string sql)
    {
        var file = DuckDbFileCatalog.FileOf(_world.World.FileOf("catalogue"), "things_db");
        using var connection = DuckDbConnection.Open(new DuckDbOptions { File = file, IsReadOnly = true });
        return [.. (await connection.QueryAsync(sql, TestContext.Current.CancellationToken)).Rows.Select(row => string.Join('|', row.Select(value => value ?? "NULL")))];
    }
}
