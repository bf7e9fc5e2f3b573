using Slipstream.Contracts;
using Slipstream.ObjectStore;

namespace Slipstream.Stages.Tests.RunCurated;

public sealed class PublicationTests : IDisposable
{
    private const string Kinds = """
        { "name": "name", "type": "character", "description": "Name." },
        { "name": "dea_version", "type": "character", "description": "Release." },
        { "name": "kind", "type": "int", "description": "Kind." },
        { "name": "letter", "type": "character", "description": "Letter." }
        """;

    private static readonly LandTimestamp Later = LandTimestamp.Parse("1573655400");
    private readonly CuratedWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task The_same_run_again_asks_the_store_for_no_change_at_all()
    {
        _world.Promote(World.Run, World.Rows(3));
        await _world.RunAsync();

        var (run, store) = await CuratedWorld.RunWatchedAsync(_world.Settings());

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Empty(store.Changes);
    }

    [Trait("lane", "slow")]
    [Fact]
    public async Task Rebuilt_in_an_empty_store_every_object_has_the_same_bytes()
    {
        using var other = new CuratedWorld();
        foreach (var world in new[] { _world, other })
        {
            ByKind(world);
            world.Promote(World.Run, World.Rows(3000));
            await world.RunAsync();
            world.Promote(Later, World.Rows(500, first: 3000));
            await world.RunAsync(Later, "2019-11-13");
        }

        Assert.Equal(Curated(_world), Curated(other));
        Assert.True(Curated(_world).Count > 20);
    }

    [Fact]
    public async Task Only_partitions_whose_bytes_change_are_written_again()
    {
        ByKind(_world);
        _world.Promote(World.Run, World.Rows(30));
        await _world.RunAsync();
        var before = (await _world.NewestAsync())!;
        _world.Promote(Later, """{"name":"new","size":7}""");

        var (run, store) = await CuratedWorld.RunWatchedAsync(_world.Settings(Later));

        Assert.Equal(ExitCode.Done, run.ExitCode);
        var after = (await _world.NewestAsync())!;
        Assert.Equal(
            ["kind=2/letter=7"],
            after.Table("counted")!.Partitions.Where(partition => partition.Version == after.Version).Select(partition => partition.Folder));
        Assert.Equal(
            [$"counted/kind=2/letter=7/v-{after.Version}-2/data-part-0.parquet", $"things/v-{after.Version}-2/data-part-0.parquet"],
            CuratedWorld.Parts(store.Of(WatchedStore.Write)));
        Assert.Equal(
            before.Table("counted")!.Partitions.Where(partition => partition.Folder != "kind=2/letter=7").SelectMany(partition => partition.Files.Select(file => file.Location)),
            after.Table("counted")!.Partitions.Where(partition => partition.Folder != "kind=2/letter=7").SelectMany(partition => partition.Files.Select(file => file.Location)));
        Assert.All(after.Table("counted")!.Partitions, partition => Assert.Equal(Later, partition.RunTimestamp));
    }

    [Fact]
    public async Task Several_partition_columns_are_folders_in_the_order_of_the_metadata()
    {
        ByKind(_world);
        _world.Promote(World.Run, World.Rows(4));

        await _world.RunAsync();

        Assert.Equal(
            ["kind=0/letter=0", "kind=0/letter=1", "kind=1/letter=2", "kind=1/letter=__HIVE_DEFAULT_PARTITION__"],
            (await _world.NewestAsync())!.Table("counted")!.Partitions.Select(partition => partition.Folder));
        Assert.Equal(["thing 1|v0.1.0"], await _world.RowsAsync("counted", "*", "kind=0/letter=1"));
    }

    [Fact]
    public async Task The_commit_says_rows_schema_and_nulls_of_each_file()
    {
        _world.Promote(World.Run, """{"name":"a","size":1}""" + "\n" + """{"name":"b"}""" + "\n");

        await _world.RunAsync();

        var table = (await _world.NewestAsync())!.Table("things")!;
        var partition = Assert.Single(table.Partitions);
        var file = Assert.Single(partition.Files);
        Assert.Equal(2, file.Rows);
        Assert.Equal(new Dictionary<string, long> { ["size"] = 1 }, file.Nulls);
        Assert.Equal(
            [("size", "INTEGER"), ("name", "VARCHAR"), ("file_land_timestamp", "BIGINT"), ("dea_version", "VARCHAR")],
            Assert.Single(table.Schemas, schema => schema.Id == partition.Schema).Columns.Select(column => (column.Name, column.Type)));
    }

    [Fact]
    public async Task A_part_that_the_store_holds_otherwise_than_it_was_put_stops_the_run_before_the_commit()
    {
        _world.Promote(World.Run, World.Rows(3));

        var run = await CuratedWorld.RunAsync(_world.Settings(), host => new SpoiltStore(ObjectStores.Open(host)));

        Assert.Equal(ExitCode.OutsideFailed, run.ExitCode);
        Assert.Contains("holds other bytes than were put there", run.Log);
        Assert.Null(await _world.NewestAsync());
    }

    [Fact]
    public async Task An_older_run_does_not_bring_back_a_partition_that_a_later_one_dropped()
    {
        ByKind(_world);
        _world.Promote(World.Run, World.Rows(4));
        _world.World.Write("transforms/counted.sql", "SELECT name, 1 AS kind, 'x' AS letter FROM curated.things WHERE file_land_timestamp = (SELECT max(file_land_timestamp) FROM raw.things)");
        _world.Promote(Later, """{"name":"b","size":1}""");
        await _world.RunAsync(Later);
        _world.World.Write("transforms/counted.sql", "SELECT name, 2 AS kind, 'x' AS letter FROM curated.things");

        var run = await _world.RunAsync();

        Assert.Contains("A later run has made counted, things: that stays current.", run.Log);
        Assert.Equal(["kind=1/letter=x"], (await _world.NewestAsync())!.Table("counted")!.Partitions.Select(partition => partition.Folder));
    }

    [Fact]
    public async Task A_run_executed_again_the_next_day_finds_its_own_partition()
    {
        _world.Promote(World.Run, World.Rows(3));
        await _world.RunAsync();
        _world.Promote(Later, World.Rows(2, first: 10));
        await _world.RunAsync(Later, "2019-11-13");
        var before = _world.World.Everything();

        var run = await _world.RunAsync();

        Assert.Contains("Nothing to commit: number 2 is current.", run.Log);
        Assert.Equal(before, _world.World.Everything());
        Assert.Equal(
            ["dea_snapshot_date=2019-11-12", "dea_snapshot_date=2019-11-13"],
            (await _world.NewestAsync())!.Table("counted")!.Partitions.Select(partition => partition.Folder));
    }

    [Fact]
    public async Task A_snapshot_without_rows_replaces_the_days_earlier_one()
    {
        _world.Promote(World.Run, World.Rows(3));
        await _world.RunAsync();
        _world.World.Write("transforms/counted.sql", "SELECT size AS n FROM curated.things WHERE size > 100");

        await _world.RunAsync();

        Assert.Empty((await _world.NewestAsync())!.Table("counted")!.Partitions);
    }

    // By size / 3 and size, with one null.
    private static void ByKind(CuratedWorld world) => world.WriteTable(
        "counted", Kinds, "SELECT name, (size + 1) // 3 AS kind, CASE WHEN size <> 3 THEN CAST(size % 10 AS VARCHAR) END AS letter FROM curated.things WHERE size < 50",
        """["kind", "letter"]""");

    private static Dictionary<string, string> Curated(CuratedWorld world) =>
        world.World.Everything().Where(file => file.Key.StartsWith("example-curated", StringComparison.Ordinal)).ToDictionary();
}
