using System.Globalization;
using Slipstream.Contracts;
using Slipstream.Local.Locate;
using Slipstream.Local.Query;
using Slipstream.Local.Run;
using Slipstream.Testing;
using Spectre.Console;

namespace Slipstream.Local.Tests;

/// <summary>The whole pipeline: the real dag-gen, the real stages as processes, the replay server, a work folder of its own.</summary>
public sealed class EndToEndTests : IDisposable
{
    private readonly TemporaryFolder _work = new();
    private readonly StringWriter _output = new();

    public void Dispose()
    {
        _work.Dispose();
        _output.Dispose();
    }

    [Fact]
    public async Task Two_runs_land_twice_and_count_today_once_and_a_lost_work_folder_is_made_anew()
    {
        Assert.Equal(0, await RunAsync("1795397400"));
        Assert.Equal("1000", await ScalarAsync("SELECT count(*) FROM example_postcodes_db.random_postcodes"));
        Assert.Equal("1000", await ScalarAsync(SumOfNewestSnapshot));
        Assert.Contains("│ example_postcodes_db.random_postcodes │ 1,000 │", _output.ToString());

        Assert.Equal(0, await RunAsync("1795397460"));
        Assert.Equal("2000", await ScalarAsync("SELECT count(*) FROM example_postcodes_db.random_postcodes"));
        Assert.Equal("2", await ScalarAsync("SELECT count(DISTINCT file_land_timestamp) FROM example_postcodes_db.random_postcodes"));
        Assert.Equal("2000", await ScalarAsync(SumOfNewestSnapshot));
        Assert.Equal("1", await ScalarAsync("SELECT count(DISTINCT dea_snapshot_date) FROM example_postcodes_db.calculated"));

        Directory.Delete(_work.Path, recursive: true);
        Assert.Equal(0, await RunAsync("1795397520"));
        Assert.Equal("1000", await ScalarAsync("SELECT count(*) FROM example_postcodes_db.random_postcodes"));
    }

    [Fact]
    public async Task A_run_that_is_repeated_changes_nothing()
    {
        await RunAsync("1795397400");
        var before = StoredFiles();

        Assert.Equal(0, await RunAsync("1795397400"));

        Assert.Equal(before, StoredFiles());
    }

    [Fact]
    public async Task Columns_carry_the_comments_of_the_metadata()
    {
        await RunAsync("1795397400");

        var comment = await ScalarAsync("SELECT comment FROM duckdb_columns() WHERE table_name = 'random_postcodes' AND column_name = 'eastings'");

        Assert.Contains("metres", comment, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Locate_names_files_that_exist_and_hold_the_current_rows()
    {
        await RunAsync("1795397400");
        using var located = new StringWriter();

        Assert.Equal(0, await new LocateCommand(Folders, located).RunAsync(["random_postcodes"], TestContext.Current.CancellationToken));

        var fields = located.ToString().TrimEnd().Split('\t');
        Assert.StartsWith("s3://example-curated/postcodes/random_postcodes/v-1795397400-", fields[0]);
        Assert.Equal("1000 rows", fields[1]);
        Assert.True(File.Exists(fields[2]));
    }

    [Fact]
    public async Task A_failing_stage_stops_the_run_with_its_exit_code()
    {
        Assert.Equal((int)ExitCode.DataFailed, await RunAsync("1795397400", "--set", "test-extract.MINIMUM_ROWS=5000"));

        Assert.Contains("failed (exit code 1)", _output.ToString());
        Assert.Contains("upstream_failed", _output.ToString());
    }

    [Theory]
    [InlineData("SELECT nothing FROM example_postcodes_db.random_postcodes", "Binder Error")]
    [InlineData("SELEKT 1", "Parser Error")]
    public async Task A_wrong_query_is_refused_with_the_engines_words(string sql, string message)
    {
        await RunAsync("1795397400");

        var failure = await Assert.ThrowsAsync<UsageException>(() => QueryAsync(sql));

        Assert.Contains(message, failure.Message);
    }

    [Fact]
    public async Task A_query_before_the_first_run_says_what_to_do()
    {
        var failure = await Assert.ThrowsAsync<UsageException>(() => QueryAsync("SELECT 1"));

        Assert.Contains("make it with ./build.sh run", failure.Message);
    }

    private const string SumOfNewestSnapshot = """
        SELECT sum(n) FROM example_postcodes_db.calculated
        WHERE dea_snapshot_date = (SELECT max(dea_snapshot_date) FROM example_postcodes_db.calculated)
        """;

    private Folders Folders => new(Repository.Root, _work.Path);

    private IAnsiConsole Terminal()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(_output) });
        console.Profile.Width = 120;
        return console;
    }

    private async Task<int> RunAsync(string timestamp, params string[] more)
    {
        var command = new RunCommand(Folders, Terminal(), [new StageTable(), new DatabaseSection(Folders)]);
        return await command.RunAsync(["--", "--run-timestamp", timestamp, .. more], TestContext.Current.CancellationToken);
    }

    private Task<int> QueryAsync(string sql) => new QueryCommand(Folders, Terminal()).RunAsync([sql], TestContext.Current.CancellationToken);

    private async Task<string> ScalarAsync(string sql)
    {
        using var database = await LocalDatabase.OpenAsync(Folders.Catalogue, TestContext.Current.CancellationToken);
        var result = await database!.Connection.QueryAsync(sql, TestContext.Current.CancellationToken);
        return result.Rows[0][0]!.ToString(CultureInfo.InvariantCulture);
    }

    private SortedDictionary<string, string> StoredFiles() => new(
        Directory.EnumerateFiles(Folders.Store, "*", SearchOption.AllDirectories)
            .ToDictionary(file => file, file => Convert.ToHexString(File.ReadAllBytes(file))),
        StringComparer.Ordinal);
}
