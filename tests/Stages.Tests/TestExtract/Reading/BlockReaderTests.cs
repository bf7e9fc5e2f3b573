using System.Text;
using Slipstream.Rows.Text;

namespace Slipstream.Stages.Tests.TestExtract.Reading;

public sealed class BlockReaderTests
{
    [Fact]
    public async Task Blocks_are_the_same_however_the_bytes_arrive()
    {
        var text = Encoding.UTF8.GetBytes(World.Rows(60_000));

        var whole = await CutAsync(new MemoryStream(text), 1 << 20);
        var inPieces = await CutAsync(new TricklingStream(text, seed: 3), 1 << 20);

        Assert.True(whole.Count > 2);
        Assert.Equal(whole, inPieces);
        Assert.Equal(60_000, whole.Sum(block => block.Lines));
    }

    [Fact]
    public async Task Gzip_in_pieces_gives_the_same_bytes_and_is_whole()
    {
        var text = Encoding.UTF8.GetBytes(World.Rows(60_000));
        await using var gzip = new WholeGzipStream(new TricklingStream(World.Gzip(World.Rows(60_000)), seed: 5));

        Assert.Equal(await CutAsync(new MemoryStream(text), 1 << 20), await CutAsync(gzip, 1 << 20));
    }

    [Fact]
    public async Task The_last_line_may_lack_its_newline()
    {
        var blocks = await CutAsync(new MemoryStream("{}\n{}"u8.ToArray()), 1024);

        Assert.Equal([("{}\n{}\n", 1L, 2)], blocks.Select(block => (block.Text, block.FirstLine, block.Lines)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task Blocks_have_at_most_so_many_lines_however_the_bytes_arrive(int lines)
    {
        var text = Encoding.UTF8.GetBytes(World.Rows(2_500));

        var whole = await CutAsync(new MemoryStream(text), 1 << 20, lines);

        Assert.Equal(whole, await CutAsync(new TricklingStream(text, seed: 3), 1 << 20, lines));
        Assert.All(whole.SkipLast(1), block => Assert.Equal(lines, block.Lines));
        Assert.Equal(World.Rows(2_500).TrimEnd('\n'), string.Concat(whole.Select(block => block.Text)).TrimEnd('\n'));
        Assert.Equal(Enumerable.Range(0, whole.Count).Select(number => 1 + ((long)number * lines)), whole.Select(block => block.FirstLine));
    }

    [Fact]
    public async Task Buffers_come_back_and_are_used_again()
    {
        using var buffers = new BlockBuffers(1);
        var reader = new BlockReader(new MemoryStream(Encoding.UTF8.GetBytes(World.Rows(60_000))), buffers, 1 << 20);
        var used = new HashSet<byte[]>(ReferenceEqualityComparer.Instance);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken) is { } block)
        {
            used.Add(block.Buffer);
            buffers.Return(block.Buffer);
        }

        Assert.InRange(used.Count, 1, 2);
    }

    private static async Task<List<(string Text, int Number, long FirstLine, int Lines)>> CutAsync(Stream stream, int longestLine, int mostLines = int.MaxValue)
    {
        using var buffers = new BlockBuffers(1);
        var reader = new BlockReader(stream, buffers, longestLine, mostLines);
        var blocks = new List<(string, int, long, int)>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken) is { } block)
        {
            blocks.Add((Encoding.UTF8.GetString(block.Text), block.Number, block.FirstLine, block.Lines));
        }

        return blocks;
    }
}
