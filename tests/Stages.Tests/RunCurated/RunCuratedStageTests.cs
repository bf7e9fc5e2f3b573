using System.Text.Json.Nodes;
using Slipstream.Contracts;

namespace Slipstream.Stages.Tests.RunCurated;

public sealed class RunCuratedStageTests : IDisposable
{
    private static readonly LandTimestamp Later = LandTimestamp.Parse("1573655400");
    private readonly CuratedWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Tables_are_made_from_raw_hist_aligned_and_committed_together()
    {
        _world.Promote(World.Run, World.Rows(3));

        var run = await _world.RunAsync();

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(
            ["0|thing 0|1573569000|v0.1.0", "1|thing 1|1573569000|v0.1.0", "2|thing 2|1573569000|v0.1.0"],
            await _world.RowsAsync("things"));
        Assert.Equal(["3|v0.1.0"], await _world.RowsAsync("counted"));
        var commit = await _world.NewestAsync();
        Assert.Equal(1, commit!.Number);
        Assert.Equal(["counted", "things"], commit.Tables.Select(table => table.Name));
        Assert.Equal("dea_snapshot_date=2019-11-12", Assert.Single(commit.Table("counted")!.Partitions).Folder);
        Assert.Equal((3, 4), ((int)JsonNode.Parse(_world.World.Result)!["rows_in"]!, (int)JsonNode.Parse(_world.World.Result)!["rows_out"]!));
    }

    [Fact]
    public async Task The_files_lie_where_the_design_says()
    {
        _world.Promote(World.Run, World.Rows(3));

        await _world.RunAsync();

        var version = (await _world.NewestAsync())!.Version;
        Assert.Matches("^1573569000-[0-9a-f]{12}$", version);
        Assert.Equal(
            [
                "example-curated/things/_slipstream/commits/0000000001.json",
                $"example-curated/things/counted/dea_snapshot_date=2019-11-12/v-{version}-1/data-part-0.parquet",
                $"example-curated/things/things/v-{version}-1/data-part-0.parquet",
            ],
            _world.World.Objects(World.Curated));
    }

    [Fact]
    public async Task The_same_run_again_finds_its_version_and_writes_nothing()
    {
        _world.Promote(World.Run, World.Rows(3));
        await _world.RunAsync();
        var before = _world.World.Everything();

        var run = await _world.RunAsync();

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("is committed already, as number 1", run.Log);
        Assert.Equal(before, _world.World.Everything());
    }

    [Fact]
    public async Task A_later_run_holds_both_extracts_and_keeps_the_snapshots_of_other_days()
    {
        _world.Promote(World.Run, World.Rows(3));
        await _world.RunAsync();
        _world.Promote(Later, World.Rows(2, first: 10));

        await _world.RunAsync(Later, "2019-11-13");

        Assert.Equal(5, (await _world.RowsAsync("things")).Count);
        Assert.Equal(["3|v0.1.0", "5|v0.1.0"], await _world.RowsAsync("counted"));
    }

    [Fact]
    public async Task A_second_run_of_the_same_day_replaces_the_days_snapshot()
    {
        _world.Promote(World.Run, World.Rows(3));
        await _world.RunAsync();
        _world.Promote(Later, World.Rows(2, first: 10));

        await _world.RunAsync(Later);

        Assert.Equal(["5|v0.1.0"], await _world.RowsAsync("counted"));
    }

    [Fact]
    public async Task Extracts_that_landed_after_the_run_are_not_read()
    {
        _world.Promote(World.Run, World.Rows(3));
        _world.Promote(Later, World.Rows(2, first: 10));

        await _world.RunAsync();

        Assert.Equal(3, (await _world.RowsAsync("things")).Count);
    }

    [Fact]
    public async Task An_older_run_executed_again_does_not_become_current()
    {
        _world.Promote(World.Run, World.Rows(3));
        _world.Promote(Later, World.Rows(2, first: 10));
        await _world.RunAsync(Later, "2019-11-13");
        var current = (await _world.NewestAsync())!.Version;

        var run = await _world.RunAsync();

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("A later run has made things: that stays current.", run.Log);
        var commit = await _world.NewestAsync();
        Assert.Equal(current, Assert.Single(commit!.Table("things")!.Partitions).Version);
        Assert.Equal(2, commit.Table("counted")!.Partitions.Count);
    }

    [Fact]
    public async Task Rebuilt_in_an_empty_store_the_version_and_the_rows_are_the_same()
    {
        using var other = new CuratedWorld();
        _world.Promote(World.Run, World.Rows(2000));
        File.Copy(
            _world.World.PathOf(World.In(World.RawHist, World.Run)),
            other.World.PathOf(other.World.Put(World.In(World.RawHist, World.Run), "")), overwrite: true);

        await _world.RunAsync();
        await other.RunAsync();

        Assert.Equal((await _world.NewestAsync())!.Version, (await other.NewestAsync())!.Version);
        Assert.Equal(await _world.RowsAsync("things"), await other.RowsAsync("things"));
    }

    [Fact]
    public async Task Parts_that_a_killed_try_has_put_are_taken_over()
    {
        _world.Promote(World.Run, World.Rows(3));
        await _world.RunAsync();
        File.Delete(_world.World.PathOf(S3Location.Parse($"{World.Curated}_slipstream/commits/0000000001.json")));

        var run = await _world.RunAsync();

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("was put by an earlier try of this version", run.Log);
        Assert.Equal(1, (await _world.NewestAsync())!.Number);
    }

    [Fact]
    public async Task Two_runs_at_once_both_end_well_and_leave_one_state()
    {
        _world.Promote(World.Run, World.Rows(3));
        _world.Promote(Later, World.Rows(2, first: 10));

        var runs = await Task.WhenAll(_world.RunAsync(), _world.RunAsync(Later, "2019-11-13"));

        Assert.All(runs, run => Assert.Equal(ExitCode.Done, run.ExitCode));
        Assert.Equal(5, (await _world.RowsAsync("things")).Count);
        Assert.Equal(2, (await _world.NewestAsync())!.Table("counted")!.Partitions.Count);
    }

    [Fact]
    public async Task A_table_partitioned_by_its_own_columns_has_a_folder_for_each_value()
    {
        _world.Promote(World.Run, World.Rows(4));
        _world.WriteTable("counted", """
            { "name": "kind", "type": "character", "description": "Kind." },
            { "name": "name", "type": "character", "description": "Name." },
            { "name": "dea_version", "type": "character", "description": "Release." }
            """, "SELECT name, CASE size % 2 WHEN 0 THEN 'a/b c' END AS kind FROM curated.things", """["kind"]""");

        await _world.RunAsync();

        var partitions = (await _world.NewestAsync())!.Table("counted")!.Partitions;
        Assert.Equal(["kind=__HIVE_DEFAULT_PARTITION__", "kind=a%2Fb%20c"], partitions.Select(partition => partition.Folder));
        Assert.All(partitions, partition => Assert.Equal(2, partition.Rows));
    }

    [Fact]
    public async Task A_partition_that_is_no_longer_made_leaves_the_state()
    {
        const string Columns = """
            { "name": "kind", "type": "int", "description": "Kind." },
            { "name": "dea_version", "type": "character", "description": "Release." },
            { "name": "name", "type": "character", "description": "Name." }
            """;
        _world.Promote(World.Run, World.Rows(4));
        _world.WriteTable("counted", Columns, "SELECT name, size AS kind FROM curated.things", """["kind"]""");
        await _world.RunAsync();
        _world.WriteTable("counted", Columns, "SELECT name, size AS kind FROM curated.things WHERE size < 2", """["kind"]""");

        await _world.RunAsync();

        Assert.Equal(["kind=0", "kind=1"], (await _world.NewestAsync())!.Table("counted")!.Partitions.Select(partition => partition.Folder));
    }

    [Fact]
    public async Task No_extract_yet_fails_and_says_what_to_run_first()
    {
        var run = await _world.RunAsync();

        Assert.Equal(ExitCode.DataFailed, run.ExitCode);
        Assert.Contains("Run extract and test-extract first", run.Log);
    }

    [Fact]
    public async Task A_plan_changes_nothing()
    {
        _world.Promote(World.Run, World.Rows(3));
        var before = _world.World.Everything();

        var run = await _world.RunAsync(args: "--plan");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("Would make version 1573569000-", run.Log);
        Assert.Equal(before, _world.World.Everything());
    }
}
