using Slipstream.Local.Locate;

namespace Slipstream.Local.Tests;

public sealed class AfterOneRunTests(AfterOneRun run) : IClassFixture<AfterOneRun>
{
    [Fact]
    public void The_run_succeeds_and_says_what_the_database_holds()
    {
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("│ example_postcodes_db.random_postcodes │ 1,000 │", run.Pipeline.Output);
        Assert.Contains("./build.sh query", run.Pipeline.Output);
    }

    [Fact]
    public void The_run_says_where_its_report_lies()
    {
        var page = run.Pipeline.Output.Split('\n').Single(line => line.EndsWith("/report-1.html", StringComparison.Ordinal)).Trim();

        Assert.Contains("<h1><bdi><code>random_postcodes</code></bdi></h1>", File.ReadAllText(page));
    }

    [Fact]
    public async Task Columns_carry_the_comments_of_the_metadata()
    {
        var comment = await run.Pipeline.ScalarAsync("SELECT comment FROM duckdb_columns() WHERE table_name = 'random_postcodes' AND column_name = 'eastings'");

        Assert.Contains("metres", comment, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Locate_names_files_that_exist_and_hold_the_current_rows()
    {
        using var located = new StringWriter();

        Assert.Equal(0, await new LocateCommand(run.Pipeline.Folders, located).RunAsync(["random_postcodes"], TestContext.Current.CancellationToken));

        var fields = located.ToString().TrimEnd().Split('\t');
        Assert.StartsWith("s3://example-curated/postcodes/random_postcodes/v-1795397400-", fields[0]);
        Assert.Equal("1000 rows", fields[1]);
        Assert.True(File.Exists(fields[2]));
    }

    [Fact]
    public async Task Locate_refuses_a_table_that_is_not_there_and_names_those_that_are()
    {
        using var located = new StringWriter();

        var failure = await Assert.ThrowsAsync<UsageException>(() =>
            new LocateCommand(run.Pipeline.Folders, located).RunAsync(["nothing"], TestContext.Current.CancellationToken));

        Assert.Contains("It has calculated, random_postcodes", failure.Message);
    }

    [Theory]
    [InlineData("SELECT nothing FROM example_postcodes_db.random_postcodes", "Binder Error")]
    [InlineData("SELEKT 1", "Parser Error")]
    public async Task A_wrong_query_is_refused_with_the_engines_words(string sql, string message)
    {
        var failure = await Assert.ThrowsAsync<UsageException>(() => run.Pipeline.QueryAsync(sql));

        Assert.Contains(message, failure.Message);
    }
}
