using Slipstream.Contracts;
using Slipstream.Stages.RunCurated;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.RunCurated;

public sealed class AlignmentTests : IDisposable
{
    private readonly CuratedWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData("\"type\": \"date\", \"datetime_format\": \"%d/%m/%Y\"", "\"07/03/2019\"", "date", "2019-03-07")]
    [InlineData("\"type\": \"datetime\", \"datetime_format\": \"%Y-%m-%d %H:%M%z\"", "\"2019-03-07 00:30+0100\"", "datetime", "2019-03-06 23:30:00")]
    [InlineData("\"type\": \"binary\"", "\"AGH/\"", "binary", "\\x00a\\xFF")]
    [InlineData("\"type\": \"struct<inner:array<binary>>\"", "{\"inner\":[\"AGH/\",null]}", "struct<inner:array<binary>>", "{'inner': [\\x00a\\xFF, NULL]}")]
    public async Task Raw_values_are_read_as_their_metadata_say(string raw, string value, string curated, string expected)
    {
        var metadata = _world.World.FileOf("meta_data/raw/things.json");
        File.WriteAllText(metadata, File.ReadAllText(metadata).Replace("\"type\": \"int\"", raw, StringComparison.Ordinal));
        _world.Promote(World.Run, $$"""{"name":"a","size":{{value}}}""");
        _world.WriteTable("things", $$"""
            { "name": "size", "type": "{{curated}}", "description": "Size." },
            { "name": "dea_version", "type": "character", "description": "Release." }
            """, "SELECT * FROM raw.things");

        var run = await _world.RunAsync();

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal([expected], await _world.RowsAsync("things", "size"));
    }

    [Fact]
    public async Task Extracts_may_be_CSV()
    {
        var metadata = _world.World.FileOf("meta_data/raw/things.json");
        File.WriteAllText(metadata, File.ReadAllText(metadata).Replace("\"json\"", "\"csv\"", StringComparison.Ordinal));
        _world.Promote(World.Run, "size,name\n1,\"a, b\"\n,c\n");

        var run = await _world.RunAsync();

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(["1|a, b|1573569000", "NULL|c|1573569000"], await _world.RowsAsync("things", "size, name, file_land_timestamp"));
        Assert.Equal(ExitCode.Done, (await StageRunner.RunAsync(_world.Settings(), RunCuratedProgram.Create, ["--verify"])).ExitCode);
    }

    [Theory]
    [InlineData("\"json\"", "\"parquet\"", "has the data_format 'Parquet'")]
    [InlineData("\"size\"", "\"file_land_timestamp\"", "has the column 'file_land_timestamp'")]
    public async Task Raw_metadata_that_cannot_be_read_are_refused(string text, string other, string because)
    {
        var metadata = _world.World.FileOf("meta_data/raw/things.json");
        File.WriteAllText(metadata, File.ReadAllText(metadata).Replace(text, other, StringComparison.Ordinal));
        _world.Promote(World.Run, World.Rows(1));

        var run = await _world.RunAsync();

        Assert.Equal(ExitCode.SettingsWrong, run.ExitCode);
        Assert.Contains(because, run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_lost_in_a_cast_is_counted_shown_and_fails_the_run()
    {
        _world.Promote(World.Run, World.Rows(3));
        _world.WriteTable("counted", """
            { "name": "n", "type": "int", "description": "How many." },
            { "name": "dea_version", "type": "character", "description": "Release." }
            """, "SELECT name AS n FROM curated.things");

        var run = await _world.RunAsync();

        Assert.Equal(ExitCode.DataFailed, run.ExitCode);
        Assert.Contains("column 'n': 3 values of type VARCHAR would be lost or changed as int, such as 'thing 0', 'thing 1', 'thing 2'", run.Log);
        Assert.Null(await _world.NewestAsync());
    }

    [Theory]
    [InlineData("SELECT 1.5 AS n", "column 'n': 1 value of type DECIMAL(2,1) would be lost or changed as int, such as '1.5'")]
    [InlineData("SELECT 2147483648 AS n", "column 'n': 1 value of type BIGINT would be lost or changed as int, such as '2147483648'")]
    public async Task A_value_changed_by_a_cast_fails_the_run(string sql, string message)
    {
        _world.Promote(World.Run, World.Rows(3));
        _world.WriteTable("counted", """
            { "name": "n", "type": "int", "description": "How many." },
            { "name": "dea_version", "type": "character", "description": "Release." }
            """, sql);

        var run = await _world.RunAsync();

        Assert.Equal(ExitCode.DataFailed, run.ExitCode);
        Assert.Contains(message, run.Log);
    }

    [Theory]
    [InlineData("SELECT 1 AS m", "does not give 'n'")]
    [InlineData("SELECT 1 AS n, 'v9' AS dea_version", "selects 'dea_version', which the stage itself fills")]
    [InlineData("SELECT 1 AS n FROM raw.nothing", "counted.sql(1): reads raw.nothing, for which there is no metadata")]
    [InlineData("SELECT\n  1 AS n\nFORM curated.things", "counted.sql(3): Parser Error")]
    [InlineData("SELECT\n  nothing AS n\nFROM curated.things", "counted.sql(2): Binder Error")]
    [InlineData("SELECT n FROM curated.counted", "is part of a cycle: curated.counted reads curated.counted")]
    [InlineData("SELECT 1 AS n; SELECT 2 AS n", "counted.sql(1): more than one statement")]
    [InlineData("-- nothing yet", "holds no statement")]
    public async Task Wrong_sql_is_a_settings_error_that_names_file_and_line(string sql, string message)
    {
        _world.Promote(World.Run, World.Rows(3));
        _world.World.Write("transforms/counted.sql", sql);

        var run = await _world.RunAsync();

        Assert.Equal(ExitCode.SettingsWrong, run.ExitCode);
        Assert.Contains(message, run.Log);
        Assert.Null(await _world.NewestAsync());
    }

    [Fact]
    public async Task References_in_comments_and_strings_do_not_count()
    {
        _world.Promote(World.Run, World.Rows(3));
        _world.World.Write("transforms/counted.sql", "-- curated.counted\nSELECT count(*) AS n FROM curated.things WHERE name <> 'raw.nothing' /* raw.nope */;");

        var run = await _world.RunAsync();

        Assert.Equal(ExitCode.Done, run.ExitCode);
    }

    [Fact]
    public async Task A_missing_value_in_a_column_that_may_have_none_fails_the_run()
    {
        _world.Promote(World.Run, World.Rows(3));
        _world.World.Write("transforms/things.sql", "SELECT size, CASE WHEN size > 0 THEN name END AS name, file_land_timestamp FROM raw.things");

        var run = await _world.RunAsync();

        Assert.Equal(ExitCode.DataFailed, run.ExitCode);
        Assert.Contains("column 'name': 1 row has no value, which a column that is not nullable must have", run.Log);
    }

    [Fact]
    public async Task A_column_that_the_metadata_do_not_know_is_dropped_and_logged()
    {
        _world.Promote(World.Run, World.Rows(3));
        _world.World.Write("transforms/things.sql", "SELECT *, 1 AS extra FROM raw.things");

        var run = await _world.RunAsync();

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("gives the column 'extra', which", run.Log);
    }

    [Fact]
    public async Task Rows_that_the_raw_metadata_have_no_room_for_fail_the_run()
    {
        _world.Promote(World.Run, """{"name":"a","size":"x"}""");

        var run = await _world.RunAsync();

        Assert.Equal(ExitCode.DataFailed, run.ExitCode);
        Assert.Contains("'s3://example-raw-hist/open_data/things/file_land_timestamp=1573569000/things_1573569000.jsonl.gz', line 1, column 'size': \"x\" is no int.", run.Log);
    }
}
