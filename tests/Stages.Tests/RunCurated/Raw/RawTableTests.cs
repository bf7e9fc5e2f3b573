using System.Globalization;
using System.Text;
using Slipstream.Contracts;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;

namespace Slipstream.Stages.Tests.RunCurated.Raw;

public sealed class RawTableTests : IDisposable
{
    private const string Object = "s3://example-raw-hist/open_data/generated/file_land_timestamp=1573569000/";

    private readonly RawLab _lab = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task Rows_come_in_the_order_of_files_and_lines_whatever_blocks_they_fall_into()
    {
        const int Rows = 5000;
        string Lines(int first) => string.Concat(Enumerable.Range(first, Rows).Select(n => $"{{\"n\":{n},\"t\":\"{new string('x', n % 300)}\"}}\n"));
        _lab.Add("0.jsonl", Lines(0)).Add("1.jsonl.gz", RawLab.Gzip(Lines(Rows)[..40_000], Lines(Rows)[40_000..])).Add("2.jsonl", Lines(2 * Rows));

        var found = await _lab.AskAsync(Table(("n", "long"), ("t", "character")), "SELECT n, length(t), file_land_timestamp FROM raw_rows");

        Assert.Equal(3 * Rows, found.Count);
        Assert.All(found.Select((row, i) => (row, i)), pair => Assert.Equal([Text(pair.i), Text(pair.i % 300), "1573569000"], pair.row));
        Assert.Equal([Rows, Rows, Rows], await CountsAsync());
    }

    [Fact]
    public async Task No_file_stays_open_however_many_there_are()
    {
        for (var i = 0; i < 20; i++)
        {
            _lab.Add($"{i}.jsonl.gz", RawLab.Gzip("{\"n\":1}\n"));
        }

        await _lab.AskAsync(Table(("n", "int")));
        await _lab.AskAsync(Table(("n", "int")), "FROM raw_rows LIMIT 1");

        var open = Directory.GetFileSystemEntries("/proc/self/fd").Select(file => new FileInfo(file).LinkTarget).ToList();
        Assert.DoesNotContain(open, file => _lab.Table.Files.Any(raw => raw.Path == file));
    }

    [Fact]
    public async Task A_file_without_a_byte_has_no_rows()
    {
        _lab.Add("0.jsonl.gz", []).Add("1.jsonl", "{\"n\":1}\n").Add("2.jsonl", []);

        Assert.Equal([["1"]], await _lab.AskAsync(Table(("n", "int"))));
        Assert.Equal([0, 1, 0], await CountsAsync());
    }

    [Fact]
    public async Task A_line_may_be_longer_than_a_block()
    {
        var text = new string('y', 9_000_000);
        _lab.Add("0.jsonl", $"{{\"t\":\"a\"}}\n{{\"t\":\"{text}\"}}\n{{\"t\":\"b\"}}");

        Assert.Equal([["1"], ["9000000"], ["1"]], await _lab.AskAsync(Table(("t", "character")), "SELECT length(t) FROM raw_rows"));
    }

    [Theory]
    [InlineData("SELECT n FROM raw_rows LIMIT 1")]
    [InlineData("SELECT 1")]
    [InlineData("SELECT count(*) FROM raw_rows")]
    [InlineData("SELECT a.n FROM raw_rows AS a JOIN raw_rows AS b ON a.n = b.n LIMIT 5")]
    public async Task The_rows_of_each_file_are_known_whatever_a_statement_has_read_of_it(string select)
    {
        var lines = string.Concat(Enumerable.Range(0, 30_000).Select(n => $"{{\"n\":{n}}}\n"));
        _lab.Add("0.jsonl", lines).Add("1.jsonl", "{\"n\":1}\n{\"n\":2}\n\n\r\n").Add("2.jsonl.gz", RawLab.Gzip(string.Empty)).Add("3.jsonl", string.Empty);

        await _lab.AskAsync(Table(("n", "int")), select);

        Assert.Equal([30_000, 2, 0, 0], await CountsAsync());
    }

    [Theory]
    [InlineData("n\n1\n\"2\"\n\n", true, 2)]
    [InlineData("1\n2\n3", false, 3)]
    [InlineData("t,n\n\"a\nb\",1\n", true, 1)]
    [InlineData("n\n", true, 0)]
    [InlineData("", true, 0)]
    public async Task Records_of_CSV_are_counted_without_their_header(string text, bool hasHeader, long rows)
    {
        _lab.Add("0.csv", text);

        await _lab.AskAsync(Table(("n", "int")) with { Format = DataFormat.Csv, Csv = new CsvLayout { HasHeader = hasHeader } }, "SELECT 1");

        Assert.Equal([rows], await CountsAsync());
    }

    [Fact]
    public async Task Columns_of_CSV_are_found_by_their_names_or_without_a_header_by_their_places()
    {
        var table = Table(("n", "int"), ("t", "character")) with { Format = DataFormat.Csv };
        _lab.Add("0.csv", "\uFEFFother;T;n\r\nx;\"a;\"\"b\"\"\r\n\";1\r\ny;;\r\n");
        Assert.Equal([["1", "a;\"b\"\r\n"], [null, null]], await _lab.AskAsync(table with { Csv = new CsvLayout { Delimiter = ';', IgnoresHeaderCase = true } }));

        using var headless = new RawLab().Add("0.csv", "1,a\n2,b\n");
        Assert.Equal([["1", "a"], ["2", "b"]], await headless.AskAsync(table with { Csv = new CsvLayout { HasHeader = false } }));
    }

    [Fact]
    public async Task What_is_missing_is_null_and_what_the_metadata_do_not_have_is_passed_over()
    {
        _lab.Add("0.jsonl", """
            {"n": 1, "s": {"a": 1, "b": "x"}, "more": [1, {"n": 5}]}
            {"s": {"other": {"a": 2}, "b": null}, "n2": 7}
            {"n": null, "s": null}
            {"s": {"b": "\u00e9\ud83d\ude80"}, "\u006e": 4, "x": "\ud800"}
            """);

        Assert.Equal(
            [
                ["1", "{'a': 1, 'b': x}"],
                [null, "{'a': NULL, 'b': NULL}"],
                [null, null],
                ["4", "{'a': NULL, 'b': é🚀}"],
            ],
            await _lab.AskAsync(Table(("n", "int"), ("s", "struct<a:int,b:character>"))));
    }

    [Fact]
    public async Task Numbers_keep_all_their_digits()
    {
        _lab.Add("0.jsonl", """
            {"d": 1234567890123456789012345678.0123456789, "f": -0.0, "g": 16777217}
            {"d": -1e-10, "f": 5e-324, "g": 3.4028235e38}
            {"d": 1200e-2, "f": 1.7976931348623157e308, "g": 1e-45}
            """);

        Assert.Equal(
            [
                ["1234567890123456789012345678.0123456789", "-0.0", "16777216.0"],
                ["-0.0000000001", "5e-324", "3.4028235e+38"],
                ["12.0000000000", "1.7976931348623157e+308", "1e-45"],
            ],
            await _lab.AskAsync(Table(("d", "decimal(38,10)"), ("f", "double"), ("g", "float"))));
    }

    [Theory]
    [InlineData("{\"n\": 1}\n{\"n\": \"x\"}\n", "line 2, column 'n': \"x\" is no int.")]
    [InlineData("{\"n\": 1}\n\n{\"n\": 2147483648}\n", "line 3, column 'n': 2147483648 is no int.")]
    [InlineData("{\"n\": 1, \"n\": 2}\n", "line 1, column 'n': each name once in a row is expected")]
    [InlineData("{\"n\": 1}\n{\"n\": 2\n", "line 2: one JSON object on each line is expected")]
    [InlineData("[1]\n", "line 1: one JSON object on each line is expected")]
    public async Task What_cannot_be_read_ends_the_statement_with_object_line_and_value(string text, string message)
    {
        _lab.Add("0.jsonl", text);

        var exception = await Assert.ThrowsAsync<StageException>(() => _lab.AskAsync(Table(("n", "int"))));

        Assert.Equal(ExitCode.DataFailed, exception.ExitCode);
        Assert.StartsWith($"'{Object}0.jsonl', {message}", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("n,t\n1,a\n2\n", "line 3: 2 values are expected, and there are 1")]
    [InlineData("n,t\n1,\"a\"b\"\n", "line 2: quotes stand in wrong places")]
    [InlineData("n,t\n1,\"a\nb\"\n1.5,c\n", "line 4, column 'n': 1.5 is no int.")]
    public async Task So_does_what_is_wrong_with_CSV(string text, string message)
    {
        _lab.Add("0.csv", text);

        var exception = await Assert.ThrowsAsync<StageException>(() => _lab.AskAsync(Table(("n", "int"), ("t", "character")) with { Format = DataFormat.Csv }));

        Assert.StartsWith($"'{Object}0.csv', {message}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hidden_value_is_not_shown()
    {
        _lab.Add("0.jsonl", "{\"n\": \"secret\"}\n");
        var table = Table(("n", "int"));

        var exception = await Assert.ThrowsAsync<StageException>(() => _lab.AskAsync(table with { Columns = [table.Columns[0] with { IsRedacted = true }] }));

        Assert.Contains("a hidden value of 6 characters is no int", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"m\": {\"1\": 1, \"1\": 2}}")]
    [InlineData("{\"m\": {\"1\": 1, \"1.0\": 2}}")]
    [InlineData("{\"m\": {\"x\": 1}}")]
    public async Task A_map_has_each_key_once_and_of_its_type(string row)
    {
        _lab.Add("0.jsonl", row);
        var map = new MapType(new SimpleType(SimpleKind.Double), new SimpleType(SimpleKind.Int));

        var exception = await Assert.ThrowsAsync<StageException>(() => _lab.AskAsync(Table() with { Columns = [new ColumnMetadata { Name = "m", Type = map }] }));

        Assert.Contains("line 1, column 'm': ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_cut_off_is_refused_even_if_only_its_rows_are_counted()
    {
        _lab.Add("0.jsonl.gz", RawLab.Gzip("{\"n\":1}\n")[..^4]);

        var read = await Assert.ThrowsAsync<StageException>(() => _lab.AskAsync(Table(("n", "int"))));
        Assert.StartsWith($"'{Object}0.jsonl.gz' cannot be read to its end", read.Message, StringComparison.Ordinal);
        var counted = await Assert.ThrowsAsync<StageException>(() => _lab.Table.RowsAsync(Token));
        Assert.Equal(read.Message, counted.Message);
    }

    [Theory]
    [InlineData("0.jsonl", DataFormat.Json)]
    [InlineData("0.csv", DataFormat.Csv)]
    public async Task Text_that_is_not_UTF8_is_refused(string name, DataFormat format)
    {
        _lab.Add(name, [.. Encoding.UTF8.GetBytes(format == DataFormat.Json ? "{\"t\":\"" : "t\n"), 0xff, .. Encoding.UTF8.GetBytes(format == DataFormat.Json ? "\"}\n" : "\n")]);

        var exception = await Assert.ThrowsAsync<StageException>(() => _lab.AskAsync(Table(("t", "character")) with { Format = format }));

        Assert.Contains("UTF-8", exception.Message, StringComparison.Ordinal);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static TableMetadata Table(params (string Name, string Type)[] columns) => new()
    {
        File = "meta_data/raw/generated.json",
        Name = "generated",
        Description = "Generated.",
        Format = DataFormat.Json,
        Location = "generated",
        Columns = [.. columns.Select(column => new ColumnMetadata { Name = column.Name, Type = ColumnTypeParser.Parse(column.Type) })],
    };

    private async Task<IReadOnlyList<long>> CountsAsync()
    {
        var rows = await _lab.Table.RowsAsync(Token);
        return [.. _lab.Table.Files.Select(file => rows[file.Path])];
    }
}
