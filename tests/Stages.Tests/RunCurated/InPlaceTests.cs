using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.Testing;
using Slipstream.Testing.Faults;

namespace Slipstream.Stages.Tests.RunCurated;

public sealed class InPlaceTests : IDisposable
{
    private static readonly LandTimestamp Later = LandTimestamp.Parse("1573655400");
    private readonly CuratedWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Files_lie_in_the_plain_folders_of_the_table_and_nothing_else_is_left()
    {
        _world.Promote(World.Run, World.Rows(3));

        var run = await RunAsync(World.Run);

        Assert.True(run.ExitCode == ExitCode.Done, run.Log);
        Assert.Equal(
            [
                "example-curated/things/_slipstream/commits/0000000001.json",
                "example-curated/things/counted/dea_snapshot_date=2019-11-12/data-part-0.parquet",
                "example-curated/things/things/data-part-0.parquet",
            ],
            _world.World.Objects(World.Curated));
        Assert.Equal(3, (await _world.RowsAsync("things")).Count);
        Assert.True((await _world.NewestAsync())!.IsInPlace);
    }

    [Fact]
    public async Task A_later_run_replaces_what_changes_and_keeps_the_snapshots_of_other_days()
    {
        _world.Promote(World.Run, World.Rows(3));
        await RunAsync(World.Run);
        _world.Promote(Later, World.Rows(2, first: 10));

        await RunAsync(Later, "2019-11-13");

        Assert.Equal(5, (await _world.RowsAsync("things")).Count);
        Assert.Equal(["3|v0.1.0", "5|v0.1.0"], await _world.RowsAsync("counted"));
        Assert.Equal(5, _world.World.Objects(World.Curated).Count);
    }

    [Fact]
    public async Task Every_replacement_is_a_delete_and_a_copy_one_after_the_other()
    {
        _world.Promote(World.Run, World.Rows(3));
        await RunAsync(World.Run);
        _world.Promote(Later, World.Rows(2, first: 10));
        WatchedStore? store = null;

        await CuratedWorld.RunAsync(Settings(Later), host => store = new WatchedStore(ObjectStores.Open(host)));

        var changes = store!.Changes.Where(change => !World.Curated.Relative(change.Location).StartsWith('_')).Select(change => (change.Operation, World.Curated.Relative(change.Location)));
        Assert.Equal(
            [
                (WatchedStore.Delete, "counted/dea_snapshot_date=2019-11-12/data-part-0.parquet"),
                (WatchedStore.Copy, "counted/dea_snapshot_date=2019-11-12/data-part-0.parquet"),
                (WatchedStore.Delete, "things/data-part-0.parquet"),
                (WatchedStore.Copy, "things/data-part-0.parquet"),
            ],
            changes);
    }

    [Fact]
    public async Task Parts_and_partitions_that_are_no_longer_made_are_removed()
    {
        const string Columns = """
            { "name": "name", "type": "character", "description": "Name." },
            { "name": "dea_version", "type": "character", "description": "Release." },
            { "name": "kind", "type": "int", "description": "Kind." }
            """;
        _world.WriteTable("counted", Columns, "SELECT name, size AS kind FROM curated.things", """["kind"]""");
        _world.Promote(World.Run, World.Rows(3));
        await RunAsync(World.Run);
        _world.WriteTable("counted", Columns, "SELECT name, size AS kind FROM curated.things WHERE size = 1", """["kind"]""");

        await RunAsync(World.Run);

        Assert.Equal(
            ["example-curated/things/counted/kind=1/data-part-0.parquet"],
            _world.World.Objects(World.Curated.Folder("counted")));
    }

    [Fact]
    public async Task A_database_does_not_change_from_one_layout_to_the_other()
    {
        _world.Promote(World.Run, World.Rows(3));
        await _world.RunAsync();

        var run = await RunAsync(World.Run);

        Assert.Equal(ExitCode.SettingsWrong, run.ExitCode);
        Assert.Contains("PUBLISH asks for another layout than commit 1 has", run.Log);
    }

    [Fact]
    public async Task Since_last_leaves_the_files_that_stay_where_they_are()
    {
        _world.World.Write("transforms/things.sql", "-- incremental: append\nSELECT * FROM raw.things");
        _world.Promote(World.Run, World.Rows(10));
        await CuratedWorld.RunAsync(Settings(World.Run) with { Input = InputMode.SinceLast });
        _world.Promote(Later, World.Rows(1, first: 10));
        WatchedStore? store = null;

        await CuratedWorld.RunAsync(Settings(Later) with { Input = InputMode.SinceLast }, host => store = new WatchedStore(ObjectStores.Open(host)));

        Assert.Equal(11, (await _world.RowsAsync("things")).Count);
        Assert.DoesNotContain(store!.Changes, change => World.Curated.Relative(change.Location) == "things/data-part-0.parquet");
        Assert.Equal(2, _world.World.Objects(World.Curated.Folder("things")).Count);
    }

    [Theory]
    [Trait("lane", "slow")]
    [InlineData(Fault.Refused)]
    [InlineData(Fault.AnswerLost)]
    public Task Cut_off_at_any_call_and_run_again_it_ends_as_if_it_never_had_been(Fault fault) =>
        CutOffRuns.AssertAllEndAlikeAsync(fault, InPlace, _ => Task.CompletedTask);

    private static RunCuratedSettings InPlace(RunCuratedSettings settings) => settings with { Publish = PublishMode.InPlace };

    private RunCuratedSettings Settings(LandTimestamp run, string day = "2019-11-12") => InPlace(_world.Settings(run, day));

    private Task<StageRunResult> RunAsync(LandTimestamp run, string day = "2019-11-12") => CuratedWorld.RunAsync(Settings(run, day));
}
