using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Testing;
using Slipstream.Testing.Faults;

namespace Slipstream.Stages.Tests.RunCurated;

/// <summary>Runs that meet each other, and runs that are cut off.</summary>
public sealed class AttemptTests : IDisposable
{
    private static readonly LandTimestamp Later = LandTimestamp.Parse("1573655400");
    private static readonly LandTimestamp Latest = LandTimestamp.Parse("1573741800");
    private readonly CuratedWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Of_two_runs_that_want_the_same_number_the_loser_plans_again_and_leaves_nothing_behind()
    {
        _world.Promote(World.Run, World.Rows(3));
        _world.Promote(Later, World.Rows(2, first: 10));
        StageRunResult? other = null;
        var first = _world.Settings();

        // The second run commits while the first is about to put its commit.
        var (run, _) = await CuratedWorld.RunWatchedAsync(first, async (operation, location) =>
        {
            if (operation == WatchedStore.Write && location.Key.EndsWith("commits/0000000001.json", StringComparison.Ordinal) && other is null)
            {
                other = await _world.RunAsync(Later, "2019-11-13");
            }
        });

        Assert.Equal((ExitCode.Done, ExitCode.Done), (run.ExitCode, other!.ExitCode));
        Assert.Contains("Another run has taken the number 1: planning again.", run.Log);
        var newest = (await _world.NewestAsync())!;
        Assert.Equal(2, newest.Number);
        Assert.Equal(World.Run, newest.RunTimestamp);
        Assert.Equal(new CommitRun(1, Later), newest.LatestRun);
        Assert.Equal(5, (await _world.RowsAsync("things")).Count);
        Assert.Equal(["3|v0.1.0", "5|v0.1.0"], await _world.RowsAsync("counted"));
        Assert.Equal(CuratedWorld.Named(newest), _world.Parquet());
        Assert.Empty(Attempts());
    }

    [Fact]
    public async Task The_same_run_twice_at_once_makes_one_commit()
    {
        _world.Promote(World.Run, World.Rows(3));
        StageRunResult? twin = null;

        var (run, _) = await CuratedWorld.RunWatchedAsync(_world.Settings(), async (operation, location) =>
        {
            if (operation == WatchedStore.Write && location.Key.Contains("/commits/", StringComparison.Ordinal) && twin is null)
            {
                twin = await _world.RunAsync();
            }
        });

        Assert.Equal((ExitCode.Done, ExitCode.Done), (run.ExitCode, twin!.ExitCode));
        var newest = (await _world.NewestAsync())!;
        Assert.Equal(1, newest.Number);
        Assert.Equal(CuratedWorld.Named(newest), _world.Parquet());
        Assert.Equal(3, (await _world.RowsAsync("things")).Count);
    }

    [Fact]
    public async Task What_a_cut_off_run_has_put_is_removed_by_the_next_that_commits()
    {
        _world.Promote(World.Run, World.Rows(3));
        await CutOffBeforeCommitAsync(_world.Settings());
        Assert.Equal(2, _world.Parquet().Count);
        _world.Promote(Later, World.Rows(2, first: 10));

        var run = await _world.RunAsync(Later, "2019-11-13");

        Assert.Contains("2 parts: it was never committed", run.Log);
        Assert.Equal(CuratedWorld.Named((await _world.NewestAsync())!), _world.Parquet());
        Assert.Empty(Attempts());
    }

    [Fact]
    public async Task What_a_run_under_way_has_put_is_let_be_however_old_it_is()
    {
        _world.Promote(World.Run, World.Rows(3));
        await _world.RunAsync();
        _world.Promote(Later, World.Rows(2, first: 10));
        await CutOffBeforeCommitAsync(_world.Settings(Later));
        var before = _world.Parquet();

        await _world.RunAsync();

        Assert.Equal(before, _world.Parquet());
        Assert.Single(Attempts());
        var run = await _world.RunAsync(Later);
        Assert.Contains("was put by an earlier try of this version", run.Log);
        Assert.Equal(before, _world.Parquet());
        Assert.Empty(Attempts());
    }

    [Fact]
    public async Task Earlier_commits_keep_their_files()
    {
        foreach (var (run, i) in new[] { World.Run, Later, Latest }.Select((run, i) => (run, i)))
        {
            _world.Promote(run, World.Rows(2, first: 10 * i));
            await _world.RunAsync(run);
        }

        Assert.Equal(3, _world.Parquet().Count(key => key.StartsWith("things/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_retry_that_makes_another_order_of_rows_takes_folders_of_its_own()
    {
        _world.Promote(World.Run, World.Rows(50));
        _world.World.Write("transforms/things.sql", "SELECT * FROM raw.things ORDER BY random()");
        await CutOffBeforeCommitAsync(_world.Settings());

        var run = await _world.RunAsync();

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("this is try 2. Take chance and clocks out of the SQL", run.Log);
        Assert.Equal(50, (await _world.RowsAsync("things")).Distinct().Count());
        Assert.Equal(CuratedWorld.Named((await _world.NewestAsync())!), _world.Parquet());
    }

    [Theory]
    [Trait("lane", "slow")]
    [InlineData(Fault.Refused)]
    [InlineData(Fault.AnswerLost)]
    [InlineData(Fault.DoneAfterTimeout)]
    public Task Cut_off_at_any_call_the_old_version_or_the_new_is_whole_and_a_retry_leaves_no_trace(Fault fault) => CutOffRuns.AssertAllEndAlikeAsync(fault, settings => settings, async world =>
    {
        var isNew = (await world.NewestAsync())!.Number == 2;
        Assert.Equal([isNew ? "5|v0.1.0" : "3|v0.1.0"], await world.RowsAsync("counted"));
        Assert.Equal(isNew ? 5 : 3, (await world.RowsAsync("things")).Count);
    });

    private IReadOnlyList<string> Attempts() => _world.World.Objects(RunCuratedSettings.AttemptFolder(World.Curated));

    private static async Task CutOffBeforeCommitAsync(RunCuratedSettings settings)
    {
        var (run, _) = await CuratedWorld.RunWatchedAsync(settings, (operation, location) =>
            operation == WatchedStore.Write && location.Key.Contains("/commits/", StringComparison.Ordinal)
                ? throw StageException.OutsideFailed("Cut off.")
                : Task.CompletedTask);
        Assert.Equal(ExitCode.OutsideFailed, run.ExitCode);
    }
}
