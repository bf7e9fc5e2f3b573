using Slipstream.Contracts;

namespace Slipstream.Local.Tests;

public sealed class EndToEndTests : IDisposable
{
    private const string Rows = "SELECT count(*) FROM example_postcodes_db.random_postcodes";
    private const string SumOfNewestSnapshot = """
        SELECT sum(n) FROM example_postcodes_db.calculated
        WHERE dea_snapshot_date = (SELECT max(dea_snapshot_date) FROM example_postcodes_db.calculated)
        """;

    private readonly LocalPipeline _pipeline = new();

    public void Dispose() => _pipeline.Dispose();

    [Fact]
    public async Task Two_runs_land_twice_and_count_today_once_and_a_lost_work_folder_is_made_anew()
    {
        Assert.Equal(0, await _pipeline.RunAsync("1795397400"));
        Assert.Equal("1000", await _pipeline.ScalarAsync(Rows));
        Assert.Equal("1000", await _pipeline.ScalarAsync(SumOfNewestSnapshot));

        Assert.Equal(0, await _pipeline.RunAsync("1795397460"));
        Assert.Equal("2000", await _pipeline.ScalarAsync(Rows));
        Assert.Equal("2", await _pipeline.ScalarAsync("SELECT count(DISTINCT file_land_timestamp) FROM example_postcodes_db.random_postcodes"));
        Assert.Equal("2000", await _pipeline.ScalarAsync(SumOfNewestSnapshot));
        Assert.Equal("1", await _pipeline.ScalarAsync("SELECT count(DISTINCT dea_snapshot_date) FROM example_postcodes_db.calculated"));

        Directory.Delete(_pipeline.WorkFolder, recursive: true);
        Assert.Equal(0, await _pipeline.RunAsync("1795397520"));
        Assert.Equal("1000", await _pipeline.ScalarAsync(Rows));
    }

    [Trait("lane", "slow")]
    [Fact]
    public async Task A_run_that_is_repeated_changes_nothing()
    {
        await _pipeline.RunAsync("1795397400");
        var before = _pipeline.StoredFiles();

        Assert.Equal(0, await _pipeline.RunAsync("1795397400"));

        Assert.Equal(before, _pipeline.StoredFiles());
    }

    [Fact]
    public async Task A_failing_stage_stops_the_run_with_its_exit_code()
    {
        Assert.Equal((int)ExitCode.DataFailed, await _pipeline.RunAsync("1795397400", "--set", "test-extract.MINIMUM_ROWS=5000"));

        Assert.Contains("failed (exit code 1)", _pipeline.Output);
        Assert.Contains("upstream_failed", _pipeline.Output);
    }

    [Fact]
    public async Task A_query_before_the_first_run_says_what_to_do()
    {
        var failure = await Assert.ThrowsAsync<UsageException>(() => _pipeline.QueryAsync("SELECT 1"));

        Assert.Contains("make it with ./build.sh run", failure.Message);
    }
}
