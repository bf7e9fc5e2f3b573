using System.Text;
using Slipstream.Metadata;
using Slipstream.Stages.TestExtract.Checks;

namespace Slipstream.Stages.Tests.TestExtract.Checks;

public sealed class FileTests
{
    private static readonly TableMetadata Things = CheckedFile.Table(CheckedFile.Column("name", "character"), CheckedFile.Column("size", "int"));

    private const string Good = "{\"name\":\"a\",\"size\":1}\n";

    [Fact]
    public async Task A_byte_order_mark_is_a_finding_and_the_rows_behind_it_are_checked()
    {
        var result = await CheckedFile.CheckAsync(Things, "\ufeff" + Good + "{\"name\":1,\"size\":1}\n");

        Assert.Equal(
            "byte_order_mark (the first row at the very start) 1× 1: a byte order mark (EF BB BF) before it\ntype name (character) 1× 2: 1",
            Said.Of(result));
        Assert.Equal(2, result.Rows);
    }

    [Fact]
    public async Task Other_encodings_are_found_with_their_lines()
    {
        using var file = new CheckedFile(Things);
        byte[] mixed = [.. Encoding.UTF8.GetBytes(Good), .. "{\"name\":\"caf"u8, 0xe9, .. "\",\"size\":1}\n"u8, .. Encoding.UTF8.GetBytes(Good)];

        var latin = await file.RunAsync(mixed);
        var utf16 = await file.RunAsync([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Good + Good)]);
        var utf16BigEndian = await file.RunAsync(Encoding.BigEndianUnicode.GetBytes(Good));

        Assert.Equal("encoding (text in UTF-8) 1× 2: {\"name\":\"caf\ufffd\",\"size\":1}", Said.Of(latin));
        Assert.Equal(3, latin.Rows);
        Assert.All(utf16.Findings.All, finding => Assert.Equal(Rule.Encoding, finding.Rule));
        Assert.Contains("as UTF-16 has them", Said.Of(utf16BigEndian), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("\n\n\r\n", "")]
    [InlineData(Good + "\n" + Good, "json_object (one JSON object on each line) 1× 2: a blank line before the last row")]
    [InlineData("\n" + Good, "json_object (one JSON object on each line) 1× 1: a blank line before the last row")]
    [InlineData("{\"name\":\"a\",\"size\":NaN}\n", "json_object (one JSON object on each line) 1× 1: {\"name\":\"a\",\"size\":NaN} (broken at byte 19)")]
    [InlineData("{\"name\":\"a\",\"size\":-Infinity}", "json_object (one JSON object on each line) 1× 1: {\"name\":\"a\",\"size\":-Infinity} (broken at byte 20)")]
    [InlineData("{\"name\":\"a\",\"size\":01}", "json_object (one JSON object on each line) 1× 1: {\"name\":\"a\",\"size\":01} (broken at byte 20)")]
    [InlineData("{\"name\":\"a\tb\",\"size\":1}", "json_object (one JSON object on each line) 1× 1: {\"name\":\"a b\",\"size\":1} (broken at byte 10)")]
    [InlineData("{\"name\":\"a\",\"size\":1},\n", "json_object (one JSON object on each line) 1× 1: {\"name\":\"a\",\"size\":1}, (broken at byte 21)")]
    [InlineData("{\"name\":\"a\",\"size\":1,}\n", "json_object (one JSON object on each line) 1× 1: {\"name\":\"a\",\"size\":1,} (broken at byte 21)")]
    [InlineData("[1]\n7\n\"x\"\nnull\n", "json_object (one JSON object on each line) 4× 1: [1]; 2: 7; 3: \"x\"")]
    [InlineData("{}", "missing_column name (the column in each row) 1× 1: no such name\nmissing_column size (the column in each row) 1× 1: no such name")]
    [InlineData("{\"name\":\"a\\\n\",\"size\":1}\n", "json_object (one JSON object on each line) 2× 1: {\"name\":\"a\\ (broken at byte 11); 2: \",\"size\":1}")]
    [InlineData("{\"na\\u006de\":\"a\",\"size\":1,\"name\":\"b\"}", "unique_names name (each name once in a row) 1× 1: the name again")]
    [InlineData("{\"size\":1,\"x\":1,\"name\":\"a\",\"x\":[{}]}", "unique_names x (each name once in a row) 1× 1: the name again\nwarning: unknown_column x (only columns of the metadata) 1× 1: a column that is not in them")]
    [InlineData("{\"\\ud800\":1,\"name\":\"a\",\"size\":1}", "json_object (escapes that stand for text) 1× 1: {\"\\ud800\":1,\"name\":\"a\",\"size\":1}")]
    [InlineData("{\"name\" : \"a\",\t\"size\":1 } \r\n { \"size\" :1, \"name\":\"\\\"\"}", "")]
    public async Task Lines_that_are_no_rows_are_named(string text, string said)
    {
        var result = await CheckedFile.CheckAsync(Things, text);

        Assert.Equal(said, string.Join('\n', Said.Of(result).Split('\n').Where(line => !line.StartsWith("readable", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_nesting_bomb_is_a_finding()
    {
        var bomb = new string('[', 100_000);

        var result = await CheckedFile.CheckAsync(Things, Good + "{\"name\":\"a\",\"size\":" + bomb + "\n" + Good);

        var finding = Assert.Single(result.Findings.All);
        Assert.Equal((Rule.Depth, 2L), (finding.Rule, finding.Examples[0].Line!.Value));
        Assert.Equal(3, result.Rows);
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public async Task Sixty_four_levels_are_the_deepest(int levels, bool passes)
    {
        var nested = new string('[', levels - 1) + new string(']', levels - 1);

        var result = await CheckedFile.CheckAsync(Things, "{\"name\":\"a\",\"size\":1,\"x\":" + nested + "}\n");

        Assert.Equal(passes, !result.Findings.HasFailures);
    }

    [Theory]
    [InlineData(2_000)]
    [InlineData(2_000_000)]
    public async Task Lines_that_are_too_long_are_passed_over_and_the_others_checked(int length)
    {
        var longLine = "{\"name\":\"" + new string('x', length) + "\",\"size\":1}\n";

        var result = await CheckedFile.CheckAsync(
            Things, Good + longLine + longLine + "{\"name\":1,\"size\":1}\n" + longLine.TrimEnd(), settings => settings with { LongestLine = 1024 });

        Assert.Equal(5, result.Rows);
        Assert.Equal([2L, 3L, 5L], result.Findings.All.First().Examples.Select(example => example.Line!.Value));
        Assert.Equal((Rule.LineLength, 3L), (result.Findings.All.First().Rule, result.Findings.All.First().Count));
        Assert.Equal(4, result.Findings.All.Last().Examples[0].Line);
    }

    [Fact]
    public async Task A_long_line_within_the_limit_is_read()
    {
        var result = await CheckedFile.CheckAsync(Things, Good + "{\"name\":\"" + new string('x', 3_000_000) + "\",\"size\":1}\n" + Good);

        Assert.Empty(result.Findings.All);
        Assert.Equal(3_000_000, result.Profile.Columns[0].LongestLength);
    }

    [Fact]
    public async Task Rows_are_counted_against_both_limits_and_nothing_at_all_is_not_readable()
    {
        var few = await CheckedFile.CheckAsync(Things, Good, settings => settings with { MinimumRows = 2 });
        var many = await CheckedFile.CheckAsync(Things, Good + Good + Good, settings => settings with { MaximumRows = 2 });
        var none = await CheckedFile.CheckAsync(Things, string.Empty);

        Assert.Equal("minimum_rows (at least 2 rows) 1× 1 rows", Said.Of(few));
        Assert.Equal("maximum_rows (at most 2 rows) 1× 3 rows", Said.Of(many));
        Assert.Equal("readable (an object with something in it) 1× 0 bytes", Said.Of(none));
    }

    [Fact]
    public async Task The_rows_before_a_broken_end_are_checked()
    {
        using var file = new CheckedFile(Things);
        var random = new Random(7);
        var text = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"{{\"name\":\"{random.NextInt64()}\",\"size\":{(i == 3 ? "\"x\"" : "1")}}}\n"));
        var whole = World.Gzip(text);

        var result = await file.RunAsync(whole[..(whole.Length / 2)], "things.jsonl.gz");

        Assert.Equal([Rule.Type, Rule.Readable], result.Findings.All.Select(finding => finding.Rule));
        Assert.InRange(result.Rows, 20_000, 30_000);
        Assert.NotNull(result.Sha256);
    }

    [Fact]
    public async Task A_new_name_in_each_row_does_not_fill_the_memory()
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{{\"name\":\"a\",\"size\":1,\"x{i}\":1}}\n"));

        var result = await CheckedFile.CheckAsync(Things, text);

        Assert.InRange(result.Findings.All.Count, 2, 1100);
        Assert.Equal(20_000, result.Findings.All.Sum(finding => finding.Count));
        Assert.False(result.Findings.HasFailures);
        Assert.Equal(2, result.Profile.Columns.Count);
    }

    [Fact]
    public async Task Missing_and_unknown_columns_follow_the_policies_of_table_and_column()
    {
        var table = Things with
        {
            Columns = [Things.Columns[0] with { Drift = new ColumnDrift { Missing = DriftPolicy.Ignore } }, Things.Columns[1]],
            Drift = new TableDrift
            {
                Missing = DriftPolicy.Warn,
                Unknown = DriftPolicy.Fail,
                UnknownColumns = new Dictionary<string, DriftPolicy> { ["x"] = DriftPolicy.Ignore },
            },
        };

        var result = await CheckedFile.CheckAsync(table, "{\"x\":1}\n{\"name\":\"a\",\"size\":1,\"y\":1}\n");

        Assert.Equal(
            "warning: missing_column size (the column in each row) 1× 1: no such name\nunknown_column y (only columns of the metadata) 1× 2: a column that is not in them",
            Said.Of(result));
    }
}
