using System.Text;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;
using Slipstream.Stages.TestExtract.Checks;

namespace Slipstream.Stages.Tests.TestExtract.Csv;

public sealed class CsvGateTests
{
    [Theory]
    [InlineData("name,size\na,1\nb,\n")]
    [InlineData("name,size\r\na,1\r\nb,2\r\n\r\n")]
    [InlineData("name,size\n\"a, b\",1\n\"two\nlines\",2")]
    [InlineData("name,size\n\"say \"\"hi\"\"\",1\n")]
    public async Task Good_files_pass(string text) => Assert.Empty((await RunAsync(text)).Findings.All);

    [Theory]
    [InlineData("name,size\na,1\nb\n", "CsvRecord  line 3: 1 values, expected 2 values in each record", "a ragged row")]
    [InlineData("name,size\na,1,\n", "CsvRecord  line 2: 3 values, expected 2 values in each record", "a value too many")]
    [InlineData("name,size\na,1\n\nb,2\n", "CsvRecord  line 3: a blank line before the last row, expected a record on each line", "a blank line inside")]
    [InlineData("name,size\n\"two\nlines\",1\nb,x\n", "Type size line 4: x, expected int", "line numbers count the breaks within values")]
    [InlineData("name,size\n\"two\nlines\",x\n", "Type size line 2: x, expected int", "a record is named by its first line")]
    [InlineData("name,size\na\"b,1\n", "CsvRecord  line 2: a\"b,1, expected quotes around whole values, and doubled within them", "a quote within a value")]
    [InlineData("name,size\n,1\n", "Nullable name line 2: null, expected a value", "an empty value is none")]
    [InlineData("name,size\n\"\",1\n", "Nullable name line 2: null, expected a value", "so is an empty one in quotes")]
    [InlineData("a,1\nb,2\n", "Header  line 1: none of them in 'a,1': set \"header\": false in the metadata if there is no header, expected a header with the columns of the metadata", "no header")]
    [InlineData("", "Header  line : no record at all, expected a header with the columns of the metadata", "nothing")]
    [InlineData("name,Size\na,1\n", "MissingColumn size line 2: no such name, expected the column in each row", "the case of a name")]
    [InlineData("name,size,name\na,1,b\n", "UniqueNames name line 1: the name 2 times, expected each name once in the header", "a name given twice")]
    [InlineData("name,size\na,1.0\n", "Type size line 2: 1.0, expected int", "a number that is not whole")]
    [InlineData("name,size\na, 1\n", "Type size line 2:  1, expected int", "a space before a number")]
    [InlineData("name,size\na,1\nb,2\na,3\n", "Unique name line 4: a, as in line 2, expected each value once", "a value that stands there twice")]
    public async Task Bad_files_are_named_by_rule_column_and_line(string text, string expected, string because)
    {
        var table = Table() with { Columns = [.. Table().Columns.Select(column => column with { IsUnique = column.Name == "name" })] };

        var result = await RunAsync(text, table);

        Assert.True(result.Findings.HasFailures, because);
        Assert.Contains(expected, result.Findings.All.Select(Show));
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_are_named_by_their_line()
    {
        byte[] latin1 = [.. "name,size\na,1\n"u8, .. Encoding.Latin1.GetBytes("café,2\n")];

        var result = await Checking.RunAsync(Table(), latin1, "data.csv", Checking.Settings);

        Assert.Equal(["Encoding  line 3: the byte 0xE9, expected text in UTF-8"], result.Findings.All.Select(Show));
    }

    [Fact]
    public async Task A_byte_order_mark_is_a_finding_of_its_own_and_the_header_is_read_all_the_same()
    {
        var result = await RunAsync("\uFEFFname,size\na,1\n");

        Assert.Equal(Rule.ByteOrderMark, Assert.Single(result.Findings.All).Rule);
        Assert.Equal(1, result.Rows);
    }

    [Fact]
    public async Task UTF16_is_told_by_its_null_bytes()
    {
        var result = await Checking.RunAsync(Table(), Encoding.Unicode.GetBytes("name,size\na,1\n"), "data.csv", Checking.Settings);

        Assert.Contains("Encoding  line 1: a null byte, as UTF-16 has them, expected text in UTF-8", result.Findings.All.Select(Show));
    }

    [Fact]
    public async Task Without_a_header_values_are_taken_by_their_place()
    {
        var table = Table() with { Csv = new CsvLayout { HasHeader = false } };

        Assert.Empty((await RunAsync("a,1\nb,2\n", table)).Findings.All);
        Assert.Equal(Rule.Header, (await RunAsync("name,size\na,1\n", table)).Findings.All.First().Rule);
    }

    [Fact]
    public async Task The_case_of_names_can_be_ignored() =>
        Assert.Empty((await RunAsync("NAME,Size\na,1\n", Table() with { Csv = new CsvLayout { IgnoresHeaderCase = true } })).Findings.All);

    [Theory]
    [InlineData(DriftPolicy.Ignore, null)]
    [InlineData(DriftPolicy.Warn, Severity.Warning)]
    [InlineData(DriftPolicy.Fail, Severity.Failure)]
    public async Task Another_order_of_columns_is_what_the_policy_says(DriftPolicy policy, object? severity)
    {
        var result = await RunAsync("size,name\n1,a\n", Table() with { Drift = new TableDrift { Order = policy } });

        Assert.Equal(severity, result.Findings.All.SingleOrDefault()?.Severity);
        Assert.Equal(["name", "size"], result.Profile.Columns.Select(column => column.Name));
    }

    [Fact]
    public async Task Unknown_columns_are_warned_of_and_profiled()
    {
        var result = await RunAsync("name,more,size\na,1,1\nb,2.5,2\n");

        Assert.Equal("UnknownColumn more line 2: a column that is not in them, expected only columns of the metadata", Show(Assert.Single(result.Findings.All)));
        Assert.False(result.Findings.HasFailures);
        Assert.False(result.Profile.Columns.Single(column => column.Name == "more").IsKnown);
    }

    [Fact]
    public async Task A_record_over_the_limit_is_refused_and_the_rows_behind_it_are_checked()
    {
        var result = await Checking.RunAsync(
            Table(), Encoding.UTF8.GetBytes($"name,size\n{new string('x', 3000)},1\nb,x\n"), "data.csv", Checking.Settings with { LongestLine = 2000 });

        Assert.Equal(["LineLength  line 2: 3002 bytes, expected at most 2000 bytes in a record", "Type size line 3: x, expected int"], result.Findings.All.Select(Show));
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_does_not_fill_the_memory()
    {
        var text = "name,size\na,1\n\"b,2\n" + string.Concat(Enumerable.Repeat("c,3\n", 500_000));

        var result = await Checking.RunAsync(Table(), Encoding.UTF8.GetBytes(text), "data.csv", Checking.Settings with { LongestLine = 2000 });

        Assert.Contains(result.Findings.All, finding => finding.Rule == Rule.LineLength && finding.Examples[0].Line == 3);
        Assert.NotNull(result.Sha256);
    }

    [Fact]
    public async Task Hidden_values_stay_hidden()
    {
        var table = Table() with { Columns = [.. Table().Columns.Select(column => column with { Sensitivity = "personal_data" })] };

        foreach (var text in new[] { "secret,1\n", "name,size\nsecret,x\n", "name,size\nsec\"ret,1\n", "name,size\nsecret\n" })
        {
            Assert.DoesNotContain("sec", string.Concat((await RunAsync(text, table)).Findings.All.Select(Show)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Many_records_keep_their_order_and_their_lines()
    {
        var text = "name,size\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => i % 5000 == 4999 ? $"n{i},x\n" : $"n{i},{i}\n"));

        var result = await RunAsync(text);

        Assert.Equal(20_000, result.Rows);
        Assert.Equal([5001L, 10001, 15001, 20001], Assert.Single(result.Findings.All).Examples.Select(example => example.Line!.Value));
    }

    private static TableMetadata Table() => new()
    {
        File = "meta_data/raw/things.json",
        Name = "things",
        Description = "Things.",
        Format = DataFormat.Csv,
        Location = "things",
        Columns =
        [
            new ColumnMetadata { Name = "name", Type = ColumnTypeParser.Parse("character"), IsNullable = false },
            new ColumnMetadata { Name = "size", Type = ColumnTypeParser.Parse("int") },
        ],
    };

    private static Task<CheckedObject> RunAsync(string text, TableMetadata? table = null) => Checking.RunAsync(table ?? Table(), text, "data.csv");

    private static string Show(Finding finding) =>
        $"{finding.Rule} {finding.Column} line {finding.Examples[0].Line}: {finding.Examples[0].Found}, expected {finding.Expected}";
}
