using System.Text.Json.Nodes;
using Slipstream.Contracts;

namespace Slipstream.Stages.Tests.RunCurated;

public sealed class RuleTests : IDisposable
{
    private const string Version = """{ "name": "dea_version", "type": "character", "description": "Release." }""";

    private readonly CuratedWorld _world = new();

    public RuleTests() => _world.Promote(World.Run, World.Rows(3));

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once_and_nothing_is_committed()
    {
        Declare("""
            { "name": "lost", "type": "int", "description": "" },
            { "name": "changed", "type": "decimal(4,2)", "description": "" },
            { "name": "listed", "type": "array<int>", "description": "" },
            { "name": "missing", "type": "long", "description": "", "nullable": false },
            { "name": "least", "type": "int", "description": "", "minimum": 0 },
            { "name": "most", "type": "date", "description": "", "exclusiveMaximum": "2019-03-07" },
            { "name": "short", "type": "character", "description": "", "minLength": 2 },
            { "name": "long", "type": "character", "description": "", "maxLength": 1 },
            { "name": "code", "type": "character", "description": "", "enum": ["a", "b"] },
            { "name": "written", "type": "character", "description": "", "pattern": "[a-z]+" },
            { "name": "alone", "type": "int", "description": "", "unique": true },
            { "name": "part", "type": "int", "description": "" },
            { "name": "value", "type": "int", "description": "" },
            { "name": "key", "type": "int", "description": "" },
            { "name": "rows", "type": "int", "description": "", "unique": true }
            """, """
            SELECT *, 1 AS value, 2 AS key, NULL AS rows FROM (VALUES
              ('1', 12.345, ['1', 'x'], 1, 0, DATE '2019-03-06', 'éé', '😀', 'a', 'ab', 1, 1),
              ('x', 12.340, ['1'], NULL, -1, DATE '2019-03-07', '😀', 'éé', 'c', 'ab1', 1, 1),
              (' 2', 1.2, NULL, NULL, -2, NULL, NULL, NULL, NULL, NULL, NULL, NULL)
            ) AS t(lost, changed, listed, missing, least, most, short, long, code, written, alone, part)
            """, key: """["part", "alone"]""");

        var run = await _world.RunAsync();

        Assert.Equal(ExitCode.DataFailed, run.ExitCode);
        Assert.Null(await _world.NewestAsync());
        foreach (var finding in new[]
        {
            "column 'lost': 2 values of type VARCHAR would be lost or changed as int, such as ' 2', 'x'",
            "column 'changed': 1 value of type DECIMAL(5,3) would be lost or changed as decimal(4,2), such as '12.345'",
            "column 'listed': 1 value of type VARCHAR[] would be lost or changed as array<int>, such as '[1, x]'",
            "column 'missing': 2 rows have no value, which a column that is not nullable must have",
            "column 'least': 2 values are not at least 0, such as '-1', '-2'",
            "column 'most': 1 value is not less than 2019-03-07, such as '2019-03-07'",
            "column 'short': 1 value is not at least 2 characters, such as '😀'",
            "column 'long': 1 value is not at most 1 characters, such as 'éé'",
            "column 'code': 1 value is not one of a, b, such as 'c'",
            "column 'written': 1 value is not a match of [a-z]+, such as 'ab1'",
            "column 'alone': 1 value stands in another row too, and is to be unique, such as '1'",
            "column 'part': 1 row has no value, which a part of the primary key must have",
            "primary key 'part, alone': 1 row has the key of another, such as '1, 1'",
        })
        {
            Assert.Contains(finding, run.Log, StringComparison.Ordinal);
        }

        Assert.Contains("ruled.sql' gives what '", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_keeps_every_rule_is_committed()
    {
        Declare("""
            { "name": "least", "type": "int", "description": "", "minimum": 0, "enum": [0, 5] },
            { "name": "most", "type": "date", "description": "", "maximum": "07/03/2019", "datetime_format": "%d/%m/%Y", "enum": ["06/03/2019"] },
            { "name": "size", "type": "decimal(4,2)", "description": "", "minimum": 1.5, "exclusiveMaximum": 2, "enum": [1.5, 1.75] },
            { "name": "code", "type": "binary", "description": "", "enum": ["YWJj"], "maxLength": 3, "pattern": "YW.*" },
            { "name": "flag", "type": "boolean", "description": "", "enum": [true] },
            { "name": "ratio", "type": "float", "description": "", "enum": [0.1] },
            { "name": "alone", "type": "int", "description": "", "unique": true }
            """, """
            SELECT * FROM (VALUES
              (0, '06/03/2019', 1.5, 'YWJj', true, 0.1, 1), (5, '06/03/2019', 1.75, 'YWJj', NULL, NULL, NULL), (NULL, NULL, NULL, NULL, NULL, NULL, NULL)
            ) AS t(least, most, size, code, flag, ratio, alone)
            """);

        var run = await _world.RunAsync();

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(
            ["0|2019-03-06|1.50|abc|true|0.1|1", "5|2019-03-06|1.75|abc|NULL|NULL|NULL", "NULL|NULL|NULL|NULL|NULL|NULL|NULL"],
            await _world.RowsAsync("ruled", "* EXCLUDE (dea_version)"));
    }

    [Theory]
    [InlineData("int8", "\"minimum\": -3", "-4::TINYINT", "not at least -3, such as '-4'")]
    [InlineData("uint64", "\"maximum\": 18446744073709551614", "18446744073709551615", "not at most 18446744073709551614, such as '18446744073709551615'")]
    [InlineData("decimal128(38,2)", "\"exclusiveMinimum\": 0.01", "0.01", "not more than 0.01, such as '0.01'")]
    [InlineData("float64", "\"maximum\": 0.1", "0.10000000000000002::DOUBLE", "not at most 0.1, such as '0.10000000000000002'")]
    [InlineData("timestamp(ns)", "\"minimum\": \"2019-03-07 00:00:00.000000002\"", "TIMESTAMP_NS '2019-03-07 00:00:00.000000001'", "not at least 2019-03-07 00:00:00.000000002")]
    [InlineData("timestamp(s)", "\"minimum\": \"07/03/2019 13:45\", \"datetime_format\": \"%d/%m/%Y %H:%M\"", "TIMESTAMP_S '2019-03-07 13:44:59'", "not at least 07/03/2019 13:45, such as '2019-03-07 13:44:59'")]
    [InlineData("time32(s)", "\"maximum\": \"12:00:00\"", "TIME '12:00:01'", "not at most 12:00:00, such as '12:00:01'")]
    [InlineData("binary", "\"minLength\": 2", "'a'::BLOB", "not at least 2 bytes, such as 'a'")]
    [InlineData("binary(1)", "\"enum\": [\"YQ==\"]", "'b'::BLOB", "not one of YQ==, such as 'b'")]
    [InlineData("bool", "\"enum\": [true]", "false", "not one of true, such as 'false'")]
    [InlineData("string", "\"enum\": [\"it's\"]", "'its'", "not one of it's, such as 'its'")]
    [InlineData("int32", "\"pattern\": \"[0-9]\"", "-1", "not a start that matches of [0-9], such as '-1'")]
    public async Task Limits_lengths_and_lists_hold_for_every_type(string type, string rule, string sql, string message)
    {
        DeclareMojap($$"""{ "name": "n", "type": "{{type}}", {{rule}} }""", $"SELECT {sql} AS n");

        var run = await _world.RunAsync();

        Assert.Equal(ExitCode.DataFailed, run.ExitCode);
        Assert.Contains($"column 'n': 1 value is {message}", run.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\\\\d+", "٣", true)]
    [InlineData("\\\\d+", "x", false)]
    [InlineData("(?!x)..", "ab", true)]
    [InlineData("(?!x)..", "xb", false)]
    [InlineData("(.)\\\\1", "aa", true)]
    [InlineData("(.)\\\\1", "ab", false)]
    [InlineData("a", "ab", false)]
    [InlineData("a", "a\\n", false)]
    [InlineData("a$", "a\\n", false)]
    public async Task A_pattern_means_what_it_means_to_TestExtract(string pattern, string value, bool isGood)
    {
        Declare($$"""{ "name": "n", "type": "character", "description": "", "pattern": "{{pattern}}" }""", $"SELECT E'{value}' AS n");

        var run = await _world.RunAsync();

        Assert.Equal(isGood ? ExitCode.Done : ExitCode.DataFailed, run.ExitCode);
    }

    [Fact]
    public async Task In_mojap_metadata_a_pattern_matches_the_start()
    {
        DeclareMojap("""{ "name": "n", "type": "string", "pattern": "a" }""", "SELECT unnest(['ab', 'ba', 'ba', 'ca', 'da', 'ea', NULL]) AS n");

        var run = await _world.RunAsync();

        Assert.Equal(ExitCode.DataFailed, run.ExitCode);
        Assert.Contains("column 'n': 5 values are not a start that matches of a, such as 'ba', 'ca', 'da'. ", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pattern_without_an_answer_fails_the_run()
    {
        Declare("""{ "name": "n", "type": "character", "description": "", "pattern": "(?=a)(a+)+" }""", "SELECT repeat('a', 40) || 'b' AS n");

        var run = await _world.RunAsync();

        Assert.Equal(ExitCode.DataFailed, run.ExitCode);
        Assert.Contains("column 'n': 1 value gets no answer from the pattern within a second", run.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"sensitivity\": \"personal_data\"")]
    [InlineData("\"redacted\": true")]
    public async Task Hidden_values_are_counted_and_not_shown(string hidden)
    {
        Declare($$"""
            { "name": "lost", "type": "int", "description": "", {{hidden}} },
            { "name": "code", "type": "character", "description": "", "enum": ["a"], {{hidden}} },
            { "name": "written", "type": "character", "description": "", "pattern": "a", {{hidden}} },
            { "name": "alone", "type": "character", "description": "", "unique": true, {{hidden}} }
            """, "SELECT 'secret' AS lost, 'secret' AS code, 'secret' AS written, 'secret' AS alone FROM range(2)");

        var run = await _world.RunAsync();

        Assert.Equal(ExitCode.DataFailed, run.ExitCode);
        Assert.Contains("column 'lost': 2 values of type VARCHAR would be lost or changed as int, such as a hidden value of 6 characters;", run.Log, StringComparison.Ordinal);
        Assert.Contains("column 'alone': 1 value stands in another row too, and is to be unique, such as a hidden value of 6 characters", run.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_of_partition_columns_hold_too()
    {
        _world.WriteTable("ruled", $$"""
            { "name": "n", "type": "int", "description": "" }, {{Version}},
            { "name": "area", "type": "character", "description": "", "nullable": false, "pattern": "[a-z]", "enum": ["a", "b", "c"] }
            """, "SELECT * FROM (VALUES (1, 'a'), (2, 'B'), (3, 'B'), (4, 'c'), (5, NULL)) AS t(n, area)", """["area"]""", """["area"]""");

        var run = await _world.RunAsync();

        Assert.Equal(ExitCode.DataFailed, run.ExitCode);
        Assert.Contains("column 'area': 2 values are not one of a, b, c, such as 'B'", run.Log, StringComparison.Ordinal);
        Assert.Contains("column 'area': 1 row has no value", run.Log, StringComparison.Ordinal);
        Assert.Contains("column 'area': 2 values are not a match of [a-z], such as 'B'", run.Log, StringComparison.Ordinal);
        Assert.Contains("primary key 'area': 1 row has the key of another, such as 'B'", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_days_snapshot_may_have_the_keys_of_another_day()
    {
        Declare("""
            { "name": "n", "type": "int", "description": "", "unique": true },
            { "name": "dea_snapshot_date", "type": "date", "description": "" }
            """, "SELECT size AS n FROM raw.things", partitions: """["dea_snapshot_date"]""", key: """["n"]""");
        await _world.RunAsync();

        var run = await _world.RunAsync(LandTimestamp.Parse("1573655400"), "2019-11-13");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(2, (await _world.NewestAsync())!.Table("ruled")!.Partitions.Count);
    }

    [Theory]
    [InlineData("\"type\": \"date\", \"datetime_format\": \"%d/%m/%Y\", \"pattern\": \"0.*\"", "has a pattern and a datetime_format")]
    [InlineData("\"type\": \"datetime\", \"datetime_format\": \"%d/%m/%Y %Z\"", "has a datetime_format with %Z")]
    public async Task Rules_that_cannot_be_kept_are_refused(string column, string message)
    {
        Declare($$"""{ "name": "n", "description": "", {{column}} }""", "SELECT NULL AS n");

        var run = await _world.RunAsync();

        Assert.Equal(ExitCode.SettingsWrong, run.ExitCode);
        Assert.Contains($"The column 'n' {message}", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_that_the_stage_fills_are_of_a_type_that_holds_them()
    {
        _world.WriteTable("ruled", """
            { "name": "dea_version", "type": "int", "description": "" }, { "name": "dea_snapshot_date", "type": "int", "description": "" }
            """, "SELECT 1 AS n");

        var run = await _world.RunAsync();

        Assert.Equal(ExitCode.SettingsWrong, run.ExitCode);
        Assert.Contains("The column 'dea_version' is of type 'int', and the stage fills it with a release", run.Log, StringComparison.Ordinal);
        Assert.Contains("The column 'dea_snapshot_date' is of type 'int', and the stage fills it with a day", run.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, ExitCode.DataFailed)]
    [InlineData(1, ExitCode.DataFailed)]
    [InlineData(2, ExitCode.Done)]
    public async Task As_many_values_of_each_column_may_be_lost_as_the_limit_says(int limit, ExitCode expected)
    {
        Declare("""
            { "name": "a", "type": "int", "description": "" }, { "name": "b", "type": "int", "description": "" }, { "name": "c", "type": "int", "description": "" }
            """, "SELECT * FROM (VALUES ('1', 1.5, 1), ('x', 2.0, 2), ('y', 3.0, 3)) AS t(a, b, c)");

        var result = _world.World.FileOf("result.json");
        var settings = _world.Settings() with { LossLimit = limit };
        var run = await CuratedWorld.RunAsync(settings with { Host = settings.Host with { ResultPath = result } });

        Assert.Equal(expected, run.ExitCode);
        Assert.Equal(limit == 0, run.Log.Contains("column 'b': 1 value of type DECIMAL(2,1) would be lost or changed as int, such as '1.5'. Correct", StringComparison.Ordinal));
        if (expected == ExitCode.Done)
        {
            Assert.Equal(["1|2|1", "NULL|2|2", "NULL|3|3"], await _world.RowsAsync("ruled", "a, b, c"));
            Assert.Contains("loses values within LOSS_LIMIT=2: column 'a': 2 values of type VARCHAR would be lost or changed as int, such as 'x', 'y'.", run.Log, StringComparison.Ordinal);
            Assert.Equal("""{"ruled":{"a":2,"b":1}}""", JsonNode.Parse(await File.ReadAllTextAsync(result, TestContext.Current.CancellationToken))!["facts"]!["losses"]!.ToJsonString());
        }
    }

    [Fact]
    public async Task Rows_that_are_read_again_because_of_a_loss_are_counted_once()
    {
        Declare("""{ "name": "size", "type": "decimal(2,1)", "description": "" }""", "SELECT CASE WHEN size = 1 THEN 1.25 ELSE size END AS size FROM raw.things");

        var run = await CuratedWorld.RunAsync(_world.Settings() with { LossLimit = 1 });

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("raw.things: 3 rows.", run.Log, StringComparison.Ordinal);
        Assert.Contains("curated.ruled: 3 rows from raw.things (3).", run.Log, StringComparison.Ordinal);
        Assert.Equal(3, Assert.Single((await _world.NewestAsync())!.Inputs).Rows);
    }

    [Fact]
    public async Task A_value_that_is_lost_within_the_limit_may_still_not_be_missing()
    {
        Declare("""{ "name": "a", "type": "int", "description": "", "nullable": false }""", "SELECT 'x' AS a");

        var run = await CuratedWorld.RunAsync(_world.Settings() with { LossLimit = 1 });

        Assert.Equal(ExitCode.DataFailed, run.ExitCode);
        Assert.Contains("column 'a': 1 row has no value", run.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("would be lost", run.Log, StringComparison.Ordinal);
    }

    private void Declare(string columns, string sql, string partitions = "[]", string key = "[]") =>
        _world.WriteTable("ruled", $"{columns}, {Version}", sql, partitions, key);

    private void DeclareMojap(string column, string sql)
    {
        _world.World.Write("meta_data/curated/ruled.json", $$"""
            { "name": "ruled", "file_format": "parquet", "table_location": "ruled", "columns": [ {{column}}, { "name": "dea_version", "type": "string" } ] }
            """);
        _world.World.Write("transforms/ruled.sql", sql);
        File.Delete(_world.World.FileOf("meta_data/curated/database.json"));
    }
}
