using System.Runtime.CompilerServices;
using System.Text.Unicode;
using Slipstream.DuckDb.Functions;
using Slipstream.Rows.Text;

namespace Slipstream.Stages.RunCurated.Raw;

/// <summary>JSON lines: blocks of whole lines.</summary>
internal sealed class JsonPieces(RawTable table, RawFile file, Stream text) : IRawPieces
{
    private readonly RawFailures _failures = new(table, file);
    private readonly BlockReader _reader = new(text, table.Buffers, RawText.LongestLine, DuckDbChunk.Capacity);

    public async Task<Action<RowFiller, DuckDbChunk>?> NextAsync(CancellationToken cancellationToken) =>
        await _reader.ReadAsync(cancellationToken) is { } block ? (filler, chunk) => Fill(block, filler, chunk) : null;

    public void Dispose() => _reader.Release();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(Block block, RowFiller filler, DuckDbChunk chunk)
    {
        var isText = Utf8.IsValid(block.Text);
        var line = block.FirstLine;
        for (var at = 0; at < block.Length; line++)
        {
            if (isText && filler.Quick.TryRead(block.Buffer, at, out var end))
            {
                filler.AddRow(chunk, file, line);
                at = end;
            }
            else
            {
                at = FillCarefully(block, at, line, filler, chunk);
            }
        }

        table.Buffers.Return(block.Buffer);
    }

    private int FillCarefully(Block block, int start, long line, RowFiller filler, DuckDbChunk chunk)
    {
        var end = start + block.Text[start..].IndexOf((byte)'\n');
        if (!Block.IsBlank(block.Text[start..end]) && filler.Careful.TryRead(block.Buffer, start..end, line, _failures))
        {
            filler.AddRow(chunk, file, line);
        }

        return end + 1;
    }
}
