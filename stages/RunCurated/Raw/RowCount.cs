using Slipstream.Metadata;
using Slipstream.Rows.Csv;
using Slipstream.Rows.Text;

namespace Slipstream.Stages.RunCurated.Raw;

/// <summary>Counts the rows of files whose values nobody asks for.</summary>
internal sealed class RowCount(RawTable table)
{
    /// <summary>Whether there is nothing on a line, without its newline.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> line) => line is [] or [(byte)'\r'];

    public async Task<long> OfAsync(RawFile file, CancellationToken cancellationToken)
    {
        await using var text = RawText.Open(file);
        try
        {
            return table.Metadata.Format == DataFormat.Json
                ? await LinesAsync(text, cancellationToken)
                : await RecordsAsync(text, cancellationToken);
        }
        catch (InvalidDataException exception)
        {
            throw new RawFailures(table, file).Unreadable(exception);
        }
    }

    private async Task<long> LinesAsync(Stream text, CancellationToken cancellationToken)
    {
        var rows = 0L;
        var reader = new BlockReader(text, table.Buffers, RawText.LongestLine);
        while (await reader.ReadAsync(cancellationToken) is { } block)
        {
            rows += block.Lines - Blanks(block.Text);
            table.Buffers.Return(block.Buffer);
        }

        reader.Release();
        return rows;
    }

    // A blank line begins the block or follows a newline.
    private static int Blanks(ReadOnlySpan<byte> text)
    {
        var blanks = 0;
        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)'\n');
            blanks += IsBlank(text[..end]) ? 1 : 0;
            text = text[(end + 1)..];
        }

        return blanks;
    }

    private async Task<long> RecordsAsync(Stream text, CancellationToken cancellationToken)
    {
        var rows = 0L;
        var (rest, _) = await ByteOrderMark.PassAsync(text, cancellationToken);
        using var records = new CsvRecords(rest, table.Metadata.Csv, RawText.LongestLine);
        await foreach (var record in records.ReadAsync(cancellationToken))
        {
            rows += record.IsBlank ? 0 : 1;
        }

        return Math.Max(0, rows - (table.Metadata.Csv.HasHeader ? 1 : 0));
    }
}
