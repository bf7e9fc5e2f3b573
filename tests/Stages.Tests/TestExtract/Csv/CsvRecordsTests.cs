using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Slipstream.Metadata;
using Slipstream.Rows.Csv;

namespace Slipstream.Stages.Tests.TestExtract.Csv;

public sealed class CsvRecordsTests
{
    [Fact]
    public async Task Values_in_quotes_may_hold_delimiters_line_breaks_and_quotes()
    {
        var (records, faults) = await ReadAsync("a,b\n\"x,\ny\",\"say \"\"hi\"\"\"\n3,4\n");

        Assert.Equal(["1: a|b", "2: x,\ny|say \"hi\"", "4: 3|4"], records);
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("1\"2,3\n", "a quote within a value")]
    [InlineData("\"1\"2,3\n", "text after a closing quote")]
    [InlineData("\"1\" ,3\n", "a space after a closing quote")]
    [InlineData("\"1,3\n4,5\n", "a quote that is never closed")]
    public async Task Quotes_in_wrong_places_are_faults(string text, string because)
    {
        var (_, faults) = await ReadAsync("a,b\n" + text);

        Assert.True(faults is [2], $"{because}: {string.Join(" ", faults)}");
    }

    [Fact]
    public async Task Lines_end_with_any_of_the_usual_breaks_and_the_last_may_lack_one()
    {
        var (records, _) = await ReadAsync("1,2\r\n3,4\n5,6\r\n\r\n7,8");

        Assert.Equal(["1: 1|2", "2: 3|4", "3: 5|6", "4: ", "5: 7|8"], records);
    }

    [Fact]
    public async Task A_record_that_does_not_end_is_named_by_its_line_and_no_more_is_read()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("a,b\n1,2\n1,\"" + string.Concat(Enumerable.Repeat("x\n\",\"", 500_000))));
        using var records = new CsvRecords(stream, new CsvLayout(), 100_000);

        Assert.Equal(2, await records.ReadAsync(TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(3, records.RunawayLine);
        Assert.InRange(stream.Position, 100_000, 500_000);
    }

    [Fact]
    public async Task Nothing_but_quotes_is_a_value_and_nothing_at_all_is_blank()
    {
        using var stream = new MemoryStream("a\n\"\"\n\n"u8.ToArray());
        using var records = new CsvRecords(stream, new CsvLayout(), 100_000);

        Assert.Equal([false, false, true], await records.ReadAsync(TestContext.Current.CancellationToken).Select(record => record.IsBlank).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Another_delimiter_is_the_layouts()
    {
        var (records, _) = await ReadAsync("a;b,c\n", new CsvLayout { Delimiter = ';' });

        Assert.Equal(["1: a|b,c"], records);
    }

    [Fact]
    public void What_a_writer_quotes_reads_back()
    {
        var field = Gen.Elements('a', 'é', '"', ',', '\n', '\r', ' ', '€').ListOf().Select(chars => string.Concat(chars));
        var rows = field.ListOf(3).Select(fields => fields.ToArray()).NonEmptyListOf();
        Prop.ForAll(rows.ToArbitrary(), async written =>
        {
            var text = string.Concat(written.Select(row => string.Join(',', row.Select(Quoted)) + "\n"));
            var (records, faults) = await ReadAsync(text);
            return faults.Count == 0
                && records.Select(record => record[(record.IndexOf(": ", StringComparison.Ordinal) + 2)..]).SequenceEqual(written.Select(row => string.Join('|', row)));
        }).QuickCheckThrowOnFailure();
    }

    private static string Quoted(string value) => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static async Task<(List<string> Records, List<long> Faults)> ReadAsync(string text, CsvLayout? layout = null)
    {
        var faults = new List<long>();
        var read = new List<string>();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        using var records = new CsvRecords(stream, layout ?? new CsvLayout(), 100_000);
        await foreach (var record in records.ReadAsync(TestContext.Current.CancellationToken))
        {
            read.Add($"{record.Line}: {string.Join('|', record.Fields)}");
            if (record.IsFaulty)
            {
                faults.Add(record.Line);
            }
        }

        return (read, faults);
    }
}
