using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;

namespace Slipstream.Catalog.Tests.DuckDbFiles;

public sealed class ViewTests : IDisposable
{
    private readonly CatalogFixture _fixture = new();

    [Fact]
    public async Task A_view_has_the_columns_of_the_metadata_in_their_order_and_types()
    {
        var file = await _fixture.WriteAsync("people", Some.Version, "SELECT 7 AS extra, 'Anna' AS name, 42 AS age, '2.5' AS size");
        var table = Some.Table("people",
        [
            Some.Column("size", new DecimalType(10, 2)), Some.Column("age", SimpleKind.Long), Some.Column("name", SimpleKind.Character),
        ]);

        await _fixture.DeployAsync(Some.Commit(1, Some.Unpartitioned("people", Some.Version, file)), table);

        Assert.Equal(["size|DECIMAL(10,2)", "age|BIGINT", "name|VARCHAR"],
            await _fixture.QueryAsync("SELECT column_name, column_type FROM (DESCRIBE people)"));
        Assert.Equal(["2.50|42|Anna"], await _fixture.QueryAsync("SELECT * FROM people"));
        Assert.Equal(["1"], await _fixture.QueryAsync("SELECT count(*) FROM example_db.people"));
        Assert.Equal(["1"], await _fixture.QueryAsync("SELECT count(*) FROM example_db.main.people"));
    }

    [Fact]
    public async Task Partitions_are_typed_columns_and_may_be_null()
    {
        var table = ByDay();
        var commit = Some.Commit(1, new CommitTable("by_day", [await DayAsync("2019-11-12", 3), await DayAsync("2019-11-13", 5), await DayAsync(null, 2)]));

        await _fixture.DeployAsync(commit, table);

        Assert.Equal(["2019-11-12|3", "2019-11-13|5", "NULL|2"],
            await _fixture.QueryAsync("SELECT day, count(*) FROM by_day GROUP BY day ORDER BY day"));
        Assert.Equal(["5|DATE"], await _fixture.QueryAsync("SELECT count(*), any_value(typeof(day)) FROM by_day WHERE day = DATE '2019-11-13'"));
        Assert.Equal(["day", "n"], await _fixture.QueryAsync("SELECT column_name FROM (DESCRIBE by_day) ORDER BY ALL"));
    }

    [Theory]
    [InlineData("a b/c=d?e%f*g")]
    [InlineData("it's \"quoted\"")]
    [InlineData("Ynys Môn + 東京")]
    [InlineData("[1]")]
    [InlineData("007")]
    [InlineData("")]
    public async Task Partition_values_survive_being_folders(string value)
    {
        var table = Some.Table("odd", [Some.Column("n", SimpleKind.Long), Some.Column("p", SimpleKind.Character)], "p");
        var values = new PartitionValue[] { new("p", value) };
        var file = await _fixture.WriteAsync($"odd/{values[0].Segment}", Some.Version, "SELECT 1 AS n");

        await _fixture.DeployAsync(Some.Commit(1, new CommitTable("odd", [Some.Partition(Some.Version, values, file)])), table);

        Assert.Equal([$"1|{value}"], await _fixture.QueryAsync("SELECT n, p FROM odd"));
    }

    [Fact]
    public async Task Several_partition_columns_keep_their_places()
    {
        var table = Some.Table("two", [Some.Column("n", SimpleKind.Int), Some.Column("a", SimpleKind.Int), Some.Column("b", SimpleKind.Character)], "a", "b");
        var values = new PartitionValue[] { new("a", "1"), new("b", "x") };
        var file = await _fixture.WriteAsync("two/a=1/b=x", Some.Version, "SELECT 9 AS n");

        await _fixture.DeployAsync(Some.Commit(1, new CommitTable("two", [Some.Partition(Some.Version, values, file)])), table);

        Assert.Equal(["9|1|x"], await _fixture.QueryAsync("SELECT * FROM two"));
    }

    [Fact]
    public async Task Names_that_are_words_of_SQL_are_names()
    {
        var file = await _fixture.WriteAsync("select", Some.Version, "SELECT 1 AS \"order\", 2 AS \"a b\"");
        var table = Some.Table("select", [Some.Column("order", SimpleKind.Int, "It's an \"order\"; --"), Some.Column("a b", SimpleKind.Int)]);

        await _fixture.DeployAsync(Some.Commit(1, Some.Unpartitioned("select", Some.Version, file)), table);

        Assert.Equal(["1|2"], await _fixture.QueryAsync("FROM example_db.\"select\""));
        Assert.Equal(["It's an \"order\"; --"], await _fixture.QueryAsync("SELECT comment FROM duckdb_columns() WHERE column_name = 'order'"));
    }

    [Fact]
    public async Task A_table_without_data_is_an_empty_view_of_the_right_types()
    {
        ColumnMetadata[] columns =
        [
            Some.Column("d", SimpleKind.Date), Some.Column("s", new StructType([new StructField("a", new ArrayType(new SimpleType(SimpleKind.Int)))])),
        ];

        var plan = await _fixture.DeployAsync(Some.Commit(1, Some.Unpartitioned("no_rows", Some.Version)), Some.Table("no_rows", columns), Some.Table("not_yet", columns));

        Assert.Equal([$"+ no_rows: version {Some.Version}, 0 rows", "+ not_yet: no data yet"], plan.Changes.Select(change => change.ToString()));
        foreach (var table in new[] { "no_rows", "not_yet" })
        {
            Assert.Equal(["0"], await _fixture.QueryAsync($"SELECT count(*) FROM {table}"));
            Assert.Equal(["d|DATE", "s|STRUCT(a INTEGER[])"], await _fixture.QueryAsync($"SELECT column_name, column_type FROM (DESCRIBE {table})"));
        }
    }

    [Fact]
    public async Task A_column_that_older_files_lack_is_null_in_them()
    {
        var table = Some.Table("by_day",
        [
            Some.Column("n", SimpleKind.Long), Some.Column("later", SimpleKind.Character), Some.Column("never", SimpleKind.Date), Some.Column("day", SimpleKind.Date),
        ], "day");
        var old = await DayAsync("2019-11-12", 1);
        var values = new PartitionValue[] { new("day", "2019-11-13") };
        var file = await _fixture.WriteAsync("by_day/day=2019-11-13", Some.Version, "SELECT 7 AS n, 'x' AS later");

        await _fixture.DeployAsync(Some.Commit(1, new CommitTable("by_day", [old, Some.Partition(Some.Version, values, file)])), table);

        Assert.Equal(["0|NULL|NULL|2019-11-12", "7|x|NULL|2019-11-13"], await _fixture.QueryAsync("SELECT * FROM by_day ORDER BY day"));
    }

    [Fact]
    public async Task Descriptions_are_comments_that_any_client_can_read()
    {
        var table = Some.Table("people", [Some.Column("name", SimpleKind.Character, "The person's name."), Some.Column("age", SimpleKind.Int)]);

        await _fixture.DeployAsync(Some.Commit(1), table);

        Assert.Equal(["What people is."], await _fixture.QueryAsync("SELECT comment FROM duckdb_views() WHERE view_name = 'people'"));
        Assert.Equal(["name|The person's name.", "age|NULL"],
            await _fixture.QueryAsync("SELECT column_name, comment FROM duckdb_columns() WHERE table_name = 'people' ORDER BY column_index"));
    }

    [Fact]
    public async Task The_file_says_which_commit_it_shows()
    {
        await _fixture.DeployAsync(Some.Commit(2), Some.Table("people", [Some.Column("age", SimpleKind.Int)]));

        Assert.Equal([$"example_db|The database's description.|2|{Some.LaterVersion}|1573569000|2019-11-12|v0.1.0"],
            await _fixture.QueryAsync("SELECT database_name, description, commit_number, version, run_timestamp, snapshot_date, git_tag FROM slipstream.deployment"));
        Assert.Equal(["people"], await _fixture.QueryAsync("SHOW TABLES"));
    }

    [Fact]
    public async Task A_file_that_is_gone_is_named()
    {
        var file = await _fixture.WriteAsync("people", Some.Version, "SELECT 1 AS age");
        _fixture.DeleteFile(file);

        var exception = await Assert.ThrowsAsync<StageException>(() => _fixture.PlanAsync(
            Some.Commit(1, Some.Unpartitioned("people", Some.Version, file)), Some.Table("people", [Some.Column("age", SimpleKind.Int)])));

        Assert.Equal(ExitCode.OutsideFailed, exception.ExitCode);
        Assert.StartsWith($"'{file.Location}', a file of table 'people' in commit 1, is missing", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELECT [1, 2] AS age")]
    [InlineData("SELECT '2019-03-07' AS age UNION ALL SELECT 'not a date'")]
    public async Task Metadata_that_do_not_fit_the_files_are_refused(string rows)
    {
        var file = await _fixture.WriteAsync("people", Some.Version, rows);

        var exception = await Assert.ThrowsAsync<StageException>(() => _fixture.PlanAsync(
            Some.Commit(1, Some.Unpartitioned("people", Some.Version, file)), Some.Table("people", [Some.Column("age", SimpleKind.Date)])));

        Assert.Equal(ExitCode.SettingsWrong, exception.ExitCode);
        Assert.StartsWith("people.json: the committed files of table 'people' do not fit its metadata: ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Partitions_other_than_those_of_the_commit_are_refused()
    {
        var exception = await Assert.ThrowsAsync<StageException>(async () => await _fixture.PlanAsync(
            Some.Commit(1, new CommitTable("by_day", [await DayAsync("2019-11-12", 1)])), Some.Table("by_day", [Some.Column("n", SimpleKind.Long)])));

        Assert.Equal(ExitCode.SettingsWrong, exception.ExitCode);
        Assert.Contains("is partitioned by '', but commit 1 has it by 'day'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_below_a_folder_of_patterns_and_equal_signs_is_read_all_the_same()
    {
        using var odd = new CatalogFixture("a [1] *?{x}/b=2 'c'");
        var file = await odd.WriteAsync("by_day/day=2019-11-12", Some.Version, "SELECT 4 AS n");
        var values = new PartitionValue[] { new("day", "2019-11-12") };

        await odd.DeployAsync(Some.Commit(1, new CommitTable("by_day", [Some.Partition(Some.Version, values, file)])), ByDay());

        Assert.Equal(["4|2019-11-12"], await odd.QueryAsync("SELECT * FROM by_day"));
    }

    [Fact]
    public async Task A_store_below_a_folder_that_names_a_column_is_refused()
    {
        using var odd = new CatalogFixture("n=5");
        var file = await odd.WriteAsync("by_day/day=2019-11-12", Some.Version, "SELECT 4 AS n");
        var values = new PartitionValue[] { new("day", "2019-11-12") };

        var exception = await Assert.ThrowsAsync<StageException>(
            () => odd.PlanAsync(Some.Commit(1, new CommitTable("by_day", [Some.Partition(Some.Version, values, file)])), ByDay()));

        Assert.Contains("Move the object store to a path without 'n='.", exception.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _fixture.Dispose();

    private static TableMetadata ByDay() => Some.Table("by_day", [Some.Column("n", SimpleKind.Long), Some.Column("day", SimpleKind.Date)], "day");

    private async Task<CommitPartition> DayAsync(string? day, int rows)
    {
        var values = new PartitionValue[] { new("day", day) };
        return Some.Partition(Some.Version, values, await _fixture.WriteAsync($"by_day/{values[0].Segment}", Some.Version, $"SELECT i AS n FROM range({rows}) AS t(i)"));
    }
}
