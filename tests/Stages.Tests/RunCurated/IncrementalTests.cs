using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.RunCurated;

public sealed class IncrementalTests : IDisposable
{
    private const string Columns = """
        { "name": "size", "type": "int", "description": "Size." },
        { "name": "name", "type": "character", "description": "Name.", "nullable": false },
        { "name": "file_land_timestamp", "type": "long", "description": "Landed." },
        { "name": "dea_version", "type": "character", "description": "Release." }
        """;

    private static readonly LandTimestamp Later = LandTimestamp.Parse("1573655400");
    private readonly CuratedWorld _world = new();

    public IncrementalTests() => Declare("append");

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Only_new_extracts_are_read_and_their_rows_come_after_the_others()
    {
        _world.Promote(World.Run, World.Rows(100));
        await RunAsync(World.Run);
        _world.Promote(Later, World.Rows(2, first: 100));

        var (run, store) = await RunWatchedAsync(Later);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("Reading only what is newer than commit 1: 1 extracts.", run.Log);
        Assert.Equal([World.In(World.RawHist, Later)], store.Of(WatchedStore.Read).Where(World.RawHist.Contains));
        Assert.Equal(Enumerable.Range(0, 102).Select(i => $"{i}"), await _world.RowsAsync("things", "size"));
        Assert.Equal(["102|v0.1.0"], await _world.RowsAsync("counted"));
        var partition = Assert.Single((await _world.NewestAsync())!.Table("things")!.Partitions);
        Assert.Equal([100, 2], partition.Files.Select(file => file.Rows));
        Assert.Single(partition.Files.Select(file => Path.GetDirectoryName(file.Location.Key)).Distinct());
    }

    [Fact]
    public async Task The_commit_lists_new_extracts_only_and_all_of_them_in_totals()
    {
        _world.Promote(World.Run, World.Rows(100));
        await RunAsync(World.Run);
        _world.Promote(Later, World.Rows(2, first: 100));
        await RunAsync(Later);

        var commit = (await _world.NewestAsync())!;

        Assert.Equal((World.In(World.RawHist, Later), 2L), (Assert.Single(commit.Inputs).Location, commit.Inputs[0].Rows));
        var extracts = Assert.Single(commit.Extracts);
        Assert.Equal((2, 102, Later, 1), (extracts.Objects, extracts.Rows, extracts.Newest, extracts.Before));
    }

    [Fact]
    public async Task The_version_is_the_one_that_reading_everything_gives()
    {
        using var other = new CuratedWorld();
        Declare("append", other);
        foreach (var world in new[] { _world, other })
        {
            world.Promote(World.Run, World.Rows(10));
            await RunAsync(World.Run, world);
            world.Promote(Later, World.Rows(2, first: 10));
        }

        await RunAsync(Later);
        await other.RunAsync(Later);

        Assert.Equal((await other.NewestAsync())!.Version, (await _world.NewestAsync())!.Version);
        Assert.Equal((await other.NewestAsync())!.Extracts, (await _world.NewestAsync())!.Extracts);
    }

    [Fact]
    public async Task The_same_run_again_reads_and_changes_nothing()
    {
        _world.Promote(World.Run, World.Rows(3));
        await RunAsync(World.Run);
        _world.Promote(Later, World.Rows(2, first: 10));
        await RunAsync(Later);

        var (run, store) = await RunWatchedAsync(Later);

        Assert.Contains("is committed already, as number 2", run.Log);
        Assert.Empty(store.Changes);
        Assert.DoesNotContain(store.Of(WatchedStore.Read), World.RawHist.Contains);
    }

    [Fact]
    public async Task A_merge_replaces_rows_of_the_same_key_with_the_last()
    {
        Declare("merge");
        _world.Promote(World.Run, """
            {"name":"a","size":1}
            {"name":"b","size":2}
            {"name":"a","size":3}

            """);
        await RunAsync(World.Run);
        Assert.Equal(["2|b", "3|a"], await _world.RowsAsync("things", "size, name"));
        _world.Promote(Later, """
            {"name":"c","size":4}
            {"name":"b","size":5}
            {"name":"b","size":6}

            """);

        await RunAsync(Later);

        Assert.Equal(["3|a", "4|c", "6|b"], await _world.RowsAsync("things", "size, name"));
    }

    [Theory]
    [InlineData("z", 9, false)]
    [InlineData("b", 9, true)]
    public async Task A_merge_reads_only_files_that_can_hold_a_new_key(string name, int size, bool isRead)
    {
        Declare("merge");
        _world.WriteTable("counted", """{ "name": "n", "type": "int" }, { "name": "dea_version", "type": "character" }""", "-- incremental: append\nSELECT 1 AS n FROM raw.things");
        _world.Promote(World.Run, """{"name":"a","size":1}""" + "\n" + """{"name":"c","size":2}""" + "\n");
        await RunAsync(World.Run);
        var old = Assert.Single((await _world.NewestAsync())!.Table("things")!.Partitions[0].Files);
        Assert.Equal([new CommitKeyRange("name", "a", "c")], old.Keys);
        _world.Promote(Later, $$"""{"name":"{{name}}","size":{{size}}}""");

        var (run, store) = await RunWatchedAsync(Later);

        Assert.True(run.ExitCode == ExitCode.Done, run.Log);
        Assert.Equal(isRead, store.Of(WatchedStore.Read).Contains(old.Location));
        Assert.Equal(["1|a", "2|c", $"{size}|{name}"], await _world.RowsAsync("things", "size, name"));
    }

    [Trait("lane", "slow")]
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Whatever_the_history_the_rows_are_those_of_making_everything_anew(int seed)
    {
        using var whole = new CuratedWorld();
        var random = new Random(seed);
        var mode = seed % 2 == 0 ? "merge" : "append";
        var isPartitioned = seed > 2;
        Declare(mode, _world, isPartitioned);
        Declare(mode, whole, isPartitioned);
        for (var i = 0; i < 8; i++)
        {
            var run = LandTimestamp.Parse($"{World.Run.UnixSeconds + (i * 1000)}");
            var extracts = random.Next(0, 3) + (i == 0 ? 1 : 0);
            for (var n = 0; n < extracts; n++)
            {
                var rows = string.Concat(Enumerable.Range(0, random.Next(0, 6)).Select(_ => $$"""{"name":"{{random.Next(20)}}","size":{{random.Next(4)}}}""" + "\n"));
                var landed = LandTimestamp.Parse($"{run.UnixSeconds - n}");
                _world.World.Put(World.In(World.RawHist, landed), rows);
                whole.World.Put(World.In(World.RawHist, landed), rows);
            }

            var added = await RunAsync(run);
            await whole.RunAsync(run);

            Assert.True(added.ExitCode == ExitCode.Done, added.Log);
            Assert.Equal(i > 0, !added.Log.Contains("everything is made anew", StringComparison.Ordinal));
            Assert.Equal(await PartitionsAsync(whole), await PartitionsAsync(_world));
            Assert.Equal(await whole.RowsAsync("things"), await _world.RowsAsync("things"));
            Assert.Equal(await whole.RowsAsync("counted"), await _world.RowsAsync("counted"));
        }
    }

    [Trait("lane", "slow")]
    [Fact]
    public async Task Many_small_additions_leave_few_files()
    {
        for (var i = 0; i < 16; i++)
        {
            var run = LandTimestamp.Parse($"{World.Run.UnixSeconds + i}");
            _world.Promote(run, World.Rows(1, first: i));
            await RunAsync(run);
        }

        Assert.Equal(16L, Assert.Single(Assert.Single((await _world.NewestAsync())!.Table("things")!.Partitions).Files).Rows);
        Assert.Equal(Enumerable.Range(0, 16).Select(i => $"{i}"), await _world.RowsAsync("things", "size"));
    }

    [Fact]
    public async Task Only_touched_partitions_get_new_files()
    {
        Declare("append", _world, isPartitioned: true);
        _world.Promote(World.Run, World.Rows(4));
        await RunAsync(World.Run);
        _world.Promote(Later, World.Rows(1, first: 2));

        var (_, store) = await RunWatchedAsync(Later);

        var partitions = (await _world.NewestAsync())!.Table("things")!.Partitions;
        Assert.Equal(["size=0", "size=1", "size=2", "size=3"], partitions.Select(partition => partition.Folder));
        Assert.Equal([1, 1, 2, 1], partitions.Select(partition => partition.Rows));
        Assert.All(store.Changes.Where(change => World.Curated.Folder("things").Contains(change.Location)), change =>
            Assert.Contains("/size=2/", change.Location.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_whose_basis_is_overtaken_adds_to_the_new_one()
    {
        _world.Promote(World.Run, World.Rows(3));
        await RunAsync(World.Run);
        _world.Promote(Later, World.Rows(2, first: 10));
        var other = LandTimestamp.Parse("1573655300");
        _world.Promote(other, World.Rows(1, first: 90));
        var hasRun = false;

        var (run, _) = await RunWatchedAsync(Later, async (operation, location) =>
        {
            if (operation == WatchedStore.Write && location.Key.EndsWith("commits/0000000002.json", StringComparison.Ordinal) && !hasRun)
            {
                hasRun = true;
                await RunAsync(other);
            }
        });

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("Another run has committed meanwhile: adding to what it made.", run.Log);
        Assert.Equal(3, (await _world.NewestAsync())!.Number);
        Assert.Equal(["0", "1", "2", "90", "10", "11"], await _world.RowsAsync("things", "size"));
    }

    [Fact]
    public async Task A_filter_that_keeps_nothing_of_the_new_rows_changes_nothing_but_the_lineage()
    {
        _world.World.Write("transforms/things.sql", "-- incremental: append\nSELECT * FROM raw.things WHERE size < 5");
        _world.Promote(World.Run, World.Rows(3));
        await RunAsync(World.Run);
        _world.Promote(Later, World.Rows(2, first: 10));

        var (_, store) = await RunWatchedAsync(Later);

        Assert.DoesNotContain(store.Changes, change => change.Location.Name.EndsWith(".parquet", StringComparison.Ordinal));
        Assert.Equal(5, Assert.Single((await _world.NewestAsync())!.Extracts).Rows);
    }

    private static async Task<IReadOnlyList<(string Folder, long Rows)>> PartitionsAsync(CuratedWorld world) =>
        [.. (await world.NewestAsync())!.Table("things")!.Partitions.Select(partition => (partition.Folder, partition.Rows))];

    private static void Declare(string mode, CuratedWorld world, bool isPartitioned)
    {
        var columns = isPartitioned
            ? Columns.Replace("""{ "name": "size", "type": "int", "description": "Size." },""", "", StringComparison.Ordinal) + """, { "name": "size", "type": "int", "description": "Size." }"""
            : Columns;
        var key = mode == "merge" ? isPartitioned ? """["name", "size"]""" : """["name"]""" : "[]";
        world.WriteTable("things", columns, $"-- How things are.\n-- incremental: {mode}\nSELECT * FROM raw.things", isPartitioned ? """["size"]""" : "[]", key);
    }

    private static void Declare(string mode, CuratedWorld world) => Declare(mode, world, isPartitioned: false);

    private void Declare(string mode) => Declare(mode, _world);

    private Task<StageRunResult> RunAsync(LandTimestamp run, CuratedWorld? world = null) =>
        CuratedWorld.RunAsync((world ?? _world).Settings(run) with { Input = InputMode.SinceLast });

    private async Task<(StageRunResult Run, WatchedStore Store)> RunWatchedAsync(LandTimestamp run, Func<string, S3Location, Task>? before = null)
    {
        WatchedStore? store = null;
        var result = await CuratedWorld.RunAsync(
            _world.Settings(run) with { Input = InputMode.SinceLast }, host => store = new WatchedStore(ObjectStores.Open(host), before));
        return (result, store!);
    }
}
