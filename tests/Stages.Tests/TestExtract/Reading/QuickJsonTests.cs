using System.Text;
using System.Text.Unicode;
using Slipstream.Rows;
using Slipstream.Rows.Json;
using Slipstream.Stages.TestExtract.Checks;

namespace Slipstream.Stages.Tests.TestExtract.Reading;

public sealed class QuickJsonTests
{
    private static readonly string[] Columns = ["name", "size", "when", "ratio", "tags", "place"];

    [Fact]
    public void What_the_quick_reader_takes_the_careful_one_takes_for_the_same()
    {
        var rows = new RandomRows(seed: 20190307);
        var names = new NameTable(Columns);
        var (quickCells, carefulCells) = (new RowCells(names), new RowCells(names));
        var quick = new QuickJson(names, quickCells);
        var careful = new CarefulJson(names, carefulCells, hidesRows: false);
        var taken = 0;
        for (var i = 0; i < 60_000; i++)
        {
            var line = rows.Next();
            var buffer = Buffer(line);
            var isTaken = Utf8.IsValid(line) && quick.TryRead(buffer, 0, out var end) && end == line.Length + 1;
            var findings = new Findings(3);
            var isRow = careful.TryRead(buffer, ..line.Length, 1, findings);
            if (isTaken)
            {
                taken++;
                Assert.True(isRow && findings.All.Count == 0, $"Only the quick reader takes: {Encoding.UTF8.GetString(line)}");
                Assert.Equal(Values(carefulCells), Values(quickCells));
            }
        }

        // Otherwise the test would say nothing.
        Assert.InRange(taken, 12_000, 55_000);
    }

    [Fact]
    public void The_quick_reader_never_leaves_its_line()
    {
        var rows = new RandomRows(seed: 4);
        var names = new NameTable(Columns);
        var quick = new QuickJson(names, new RowCells(names));
        for (var i = 0; i < 20_000; i++)
        {
            var line = rows.Next();

            // What follows would complete whatever the line left open.
            var buffer = Buffer([.. line, .. "\n\":1,\"]}}\"}\n"u8]);
            if (Utf8.IsValid(line) && quick.TryRead(buffer, 0, out var end))
            {
                Assert.Equal(line.Length + 1, end);
            }
        }
    }

    [Theory]
    [InlineData("""{"name":"a","size":1}""")]
    [InlineData("""{"size": 1, "name": "a"}""")]
    [InlineData("""{"name":"\u00e9 \"quoted\"","tags":[{"a":[1,2]}],"place":{}}""")]
    [InlineData("{ }\r")]
    public void Ordinary_rows_are_taken_quickly(string line)
    {
        var names = new NameTable(Columns);
        var quick = new QuickJson(names, new RowCells(names));

        Assert.True(quick.TryRead(Buffer(Encoding.UTF8.GetBytes(line)), 0, out _));
    }

    [Fact]
    public void A_name_that_came_up_once_is_known_from_then_on()
    {
        var names = new NameTable(Columns);
        var cells = new RowCells(names);
        var quick = new QuickJson(names, cells);
        var buffer = Buffer("""{"name":"a","colour":"red"}"""u8);

        Assert.False(quick.TryRead(buffer, 0, out _));
        names.Add("colour"u8);
        Assert.True(quick.TryRead(buffer, 0, out _));
        Assert.Equal([6], cells.Unknown.ToArray());
        names.Forget();
        Assert.False(quick.TryRead(buffer, 0, out _));
    }

    private static byte[] Buffer(ReadOnlySpan<byte> line) => [.. line, (byte)'\n', .. new byte[QuickJson.Slack]];

    private static string Values(RowCells cells) => string.Join('|', Enumerable.Range(0, cells.Names.Count).Where(cells.Has)
        .Select(slot => $"{slot} {cells[slot].Kind} {Convert.ToHexString(cells.Text(cells[slot]))}")) + string.Join(',', cells.Unknown.ToArray());
}
