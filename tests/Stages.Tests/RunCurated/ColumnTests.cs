using Slipstream.Contracts;

namespace Slipstream.Stages.Tests.RunCurated;

/// <summary>Columns that only the SELECT or only the metadata have, and columns of every type.</summary>
public sealed class ColumnTests : IDisposable
{
    private readonly CuratedWorld _world = new();

    public ColumnTests() => _world.Promote(World.Run, World.Rows(1));

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData("", ExitCode.SettingsWrong, "fitted.sql' does not give 'b', and does not give 'c.y': '")]
    [InlineData("\"drift\": { \"missing\": \"fail\" },", ExitCode.SettingsWrong, "does not give 'b'")]
    [InlineData("\"drift\": { \"missing\": \"warn\" },", ExitCode.Done, "fitted.sql' does not give the column 'b', which '")]
    [InlineData("\"drift\": { \"missing\": \"ignore\" },", ExitCode.Done, null)]
    public async Task What_the_select_does_not_give_follows_the_policy_for_missing_columns(string drift, ExitCode expected, string? message)
    {
        Declare(drift, """
            { "name": "a", "type": "int", "description": "" }, { "name": "b", "type": "date", "description": "" },
            { "name": "c", "type": "struct<x:int,y:decimal(4,2)>", "description": "" }
            """, "SELECT {'x': 2} AS c, 1 AS a");

        var run = await _world.RunAsync();

        Assert.Equal(expected, run.ExitCode);
        Assert.Equal(message is not null, run.Log.Contains("does not give", StringComparison.Ordinal));
        Assert.Contains(message ?? string.Empty, run.Log, StringComparison.Ordinal);
        if (expected == ExitCode.Done)
        {
            Assert.Equal(["1|NULL|{'x': 2, 'y': NULL}"], await _world.RowsAsync("fitted", "a, b, c"));
        }
    }

    [Fact]
    public async Task A_columns_own_policy_goes_before_the_tables()
    {
        Declare("\"drift\": { \"missing\": \"warn\" },", """
            { "name": "a", "type": "int", "description": "" }, { "name": "b", "type": "int", "description": "", "drift": { "missing": "fail" } }
            """, "SELECT 1 AS other");

        var run = await _world.RunAsync();

        Assert.Equal(ExitCode.SettingsWrong, run.ExitCode);
        Assert.Contains("fitted.sql' does not give 'b': '", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_filled_with_null_may_still_not_be_missing()
    {
        Declare("\"drift\": { \"missing\": \"ignore\" },", """{ "name": "a", "type": "int", "description": "", "nullable": false }""", "SELECT 1 AS other");

        var run = await _world.RunAsync();

        Assert.Equal(ExitCode.DataFailed, run.ExitCode);
        Assert.Contains("column 'a': 1 row has no value", run.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", ExitCode.Done, "gives the column 'extra'")]
    [InlineData("", ExitCode.Done, "gives the column 'c.more'")]
    [InlineData("\"drift\": { \"unknown\": \"ignore\" },", ExitCode.Done, null)]
    [InlineData("\"drift\": { \"unknown\": \"fail\" },", ExitCode.SettingsWrong, "gives 'c.more', which is not in the metadata, and gives 'extra', which is not in the metadata: '")]
    [InlineData("\"drift\": { \"unknown\": \"fail\", \"unknown_columns\": { \"extra\": \"ignore\", \"c.more\": \"ignore\" } },", ExitCode.Done, null)]
    public async Task What_the_metadata_do_not_have_follows_the_policy_for_unknown_columns(string drift, ExitCode expected, string? message)
    {
        Declare(drift, """
            { "name": "a", "type": "int", "description": "" }, { "name": "c", "type": "array<struct<x:int>>", "description": "" }
            """, "SELECT 1 AS a, 2 AS extra, [{'more': 1, 'x': 2}] AS c");

        var run = await _world.RunAsync();

        Assert.Equal(expected, run.ExitCode);
        Assert.Equal(message is not null, run.Log.Contains(" gives ", StringComparison.Ordinal));
        Assert.Contains(message ?? string.Empty, run.Log, StringComparison.Ordinal);
        if (expected == ExitCode.Done)
        {
            Assert.Equal(["1|[{'x': 2}]"], await _world.RowsAsync("fitted", "a, c"));
        }
    }

    [Theory]
    [InlineData("row(1, DATE '2019-03-07')")]
    [InlineData("row('x')")]
    [InlineData("row([1.5], row(2))")]
    public async Task A_struct_without_names_has_none_of_the_fields(string sql)
    {
        Declare("", """{ "name": "c", "type": "struct<x:int>", "description": "" }""", $"SELECT {sql} AS c");

        var run = await _world.RunAsync();

        Assert.Equal(ExitCode.SettingsWrong, run.ExitCode);
        Assert.Contains("does not give 'c.x'", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_are_compared_letter_by_letter()
    {
        Declare("", """{ "name": "a", "type": "int", "description": "" }""", "SELECT 1 AS A");

        var run = await _world.RunAsync();

        Assert.Equal(ExitCode.SettingsWrong, run.ExitCode);
        Assert.Contains("does not give 'a'", run.Log, StringComparison.Ordinal);
        Assert.Contains("the SELECT gives A. Correct one of them", run.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int8", "1")]
    [InlineData("int16", "1")]
    [InlineData("int32", "1")]
    [InlineData("int64", "1")]
    [InlineData("uint8", "1")]
    [InlineData("uint16", "1")]
    [InlineData("uint32", "1")]
    [InlineData("uint64", "18446744073709551615")]
    [InlineData("float16", "0.5")]
    [InlineData("float32", "0.5")]
    [InlineData("float64", "0.1")]
    [InlineData("decimal128(38,10)", "1234567890123456789012345678.0123456789")]
    [InlineData("string", "é\n")]
    [InlineData("bool", "true")]
    [InlineData("date32", "2019-03-07")]
    [InlineData("timestamp(s)", "2019-03-07 13:45:00")]
    [InlineData("timestamp(ms)", "2019-03-07 13:45:00.123")]
    [InlineData("timestamp(us)", "2019-03-07 13:45:00.123456")]
    [InlineData("timestamp(ns)", "2019-03-07 13:45:00.123456789")]
    [InlineData("time32(s)", "13:45:00")]
    [InlineData("time32(ms)", "13:45:00.123")]
    [InlineData("time64(us)", "13:45:00.123456")]
    [InlineData("time64(ns)", "13:45:00.123456789")]
    [InlineData("binary", "YWJj")]
    [InlineData("binary(3)", "YWJj")]
    [InlineData("null", null)]
    public async Task A_value_of_every_type_comes_back_from_the_file_and_other_tables_see_its_type(string type, string? text)
    {
        // Twice: as its text, and as what the first table then gives.
        var value = text is null ? "NULL" : $"'{text}'";
        Mojap("first", type, $"SELECT {value} AS v, [{value}] AS l, {{'a': {value}}} AS s");
        Mojap("second", type, "SELECT v, l, s FROM curated.first");

        var run = await _world.RunAsync();

        Assert.True(run.ExitCode == ExitCode.Done, run.Log);
        var expected = type.StartsWith("binary", StringComparison.Ordinal) ? "abc" : text ?? "NULL";
        Assert.Equal([expected], await _world.RowsAsync("first", "v"));
        Assert.Equal(await _world.RowsAsync("first"), await _world.RowsAsync("second"));
    }

    private void Declare(string keys, string columns, string sql)
    {
        _world.World.Write("meta_data/curated/fitted.json", $$"""
            { "name": "fitted", "description": "", "data_format": "parquet", "location": "fitted", {{keys}}
              "columns": [ {{columns}}, { "name": "dea_version", "type": "character", "description": "" } ] }
            """);
        _world.World.Write("transforms/fitted.sql", sql);
    }

    private void Mojap(string table, string type, string sql)
    {
        _world.World.Write($"meta_data/curated/{table}.json", $$"""
            { "name": "{{table}}", "file_format": "parquet", "columns": [
                { "name": "v", "type": "{{type}}" }, { "name": "l", "type": "list<{{type}}>" }, { "name": "s", "type": "struct<a:{{type}}>" },
                { "name": "dea_version", "type": "string" } ] }
            """);
        _world.World.Write($"transforms/{table}.sql", sql);
        File.Delete(_world.World.FileOf("meta_data/curated/database.json"));
    }
}
