using Slipstream.Metadata;
using Slipstream.Rows.Csv;
using Slipstream.Rows.Text;

namespace Slipstream.Stages.RunCurated.Raw;

/// <summary>Counts the rows of extracts whose values nobody asks for.</summary>
internal static class RowCount
{
    /// <param name="text">The extract, decompressed.</param>
    /// <param name="table">The metadata of its table.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="InvalidDataException">The text is corrupt.</exception>
    public static Task<long> OfAsync(Stream text, TableMetadata table, CancellationToken cancellationToken) =>
        table.Format == DataFormat.Json ? LinesAsync(text, cancellationToken) : RecordsAsync(text, table.Csv, cancellationToken);

    private static async Task<long> LinesAsync(Stream text, CancellationToken cancellationToken)
    {
        var rows = 0L;
        using var buffers = new BlockBuffers(0);
        var reader = new BlockReader(text, buffers, RawText.LongestLine);
        while (await reader.ReadAsync(cancellationToken) is { } block)
        {
            rows += block.Lines - Blanks(block.Text);
            buffers.Return(block.Buffer);
        }

        return rows;
    }

    private static int Blanks(ReadOnlySpan<byte> text)
    {
        var blanks = 0;
        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)'\n');
            blanks += Block.IsBlank(text[..end]) ? 1 : 0;
            text = text[(end + 1)..];
        }

        return blanks;
    }

    private static async Task<long> RecordsAsync(Stream text, CsvLayout layout, CancellationToken cancellationToken)
    {
        var rows = 0L;
        var (rest, _) = await ByteOrderMark.PassAsync(text, cancellationToken);
        using var records = new CsvRecords(rest, layout, RawText.LongestLine);
        await foreach (var record in records.ReadAsync(cancellationToken))
        {
            rows += record.IsBlank ? 0 : 1;
        }

        return Math.Max(0, rows - (layout.HasHeader ? 1 : 0));
    }
}
