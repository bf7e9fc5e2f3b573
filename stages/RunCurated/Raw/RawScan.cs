using System.Collections.Concurrent;
using System.Threading.Channels;
using Slipstream.DuckDb.Functions;

namespace Slipstream.Stages.RunCurated.Raw;

/// <summary>
/// Reads the files of a raw table one after another: cuts and decompresses on one thread, fills chunks on others, and hands them
/// to DuckDB in their order. Only so many are under way.
/// </summary>
internal sealed class RawScan : IDuckDbScan
{
    // Enough that no thread waits, few enough to stay small: each has a block of text or a chunk.
    private static readonly int Most = 2 + (2 * Environment.ProcessorCount);

    private readonly Channel<RawPiece> _pieces = Channel.CreateUnbounded<RawPiece>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
    private readonly ConcurrentBag<RowFiller> _fillers = [];
    private readonly SemaphoreSlim _free = new(Most);
    private readonly CancellationTokenSource _stop;
    private readonly RawTable _table;
    private readonly DuckDbProjection _projection;
    private readonly Task _reading;
    private long _rows;

    public RawScan(RawTable table, DuckDbProjection projection, CancellationToken cancellationToken)
    {
        _table = table;
        _projection = projection;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _reading = Task.Run(ReadAsync, CancellationToken.None).ContinueWith(End, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    public async Task<DuckDbChunk?> NextAsync()
    {
        while (await _pieces.Reader.WaitToReadAsync(CancellationToken.None) && _pieces.Reader.TryRead(out var piece))
        {
            if (piece.Chunk is null)
            {
                _table.Counted(piece.File, _rows);
                _rows = 0;
                continue;
            }

            var chunk = await piece.Chunk;
            _free.Release();
            _rows += chunk.Rows;
            if (chunk.Rows > 0)
            {
                return chunk;
            }

            // No rows would be the end.
            chunk.Dispose();
        }

        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _reading;
        while (_pieces.Reader.TryRead(out var piece))
        {
            if (piece.Chunk is not null)
            {
                // It ends well or badly, and nobody asks any more.
                await piece.Chunk.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
                await DisposeAsync(piece.Chunk);
            }
        }

        _stop.Dispose();
        _free.Dispose();
    }

    private static async Task DisposeAsync(Task<DuckDbChunk> filled)
    {
        if (filled.IsCompletedSuccessfully)
        {
            (await filled).Dispose();
        }
    }

    private async Task ReadAsync()
    {
        foreach (var file in _table.Files)
        {
            await ReadAsync(file);
            _pieces.Writer.TryWrite(new RawPiece(file, null));
        }
    }

    private async Task ReadAsync(RawFile file)
    {
        try
        {
            await using var content = RawText.Open(file.Path);
            await using var text = RawText.TextOf(file.Path, content);
            using var pieces = await RawText.PiecesOfAsync(_table, file, text, _stop.Token);
            while (await pieces.NextAsync(_stop.Token) is { } fill)
            {
                await _free.WaitAsync(_stop.Token);
                _pieces.Writer.TryWrite(new RawPiece(file, Task.Run(() => Fill(fill))));
            }
        }
        catch (InvalidDataException exception)
        {
            throw new RawFailures(_table, file).Unreadable(exception);
        }
    }

    private DuckDbChunk Fill(Action<RowFiller, DuckDbChunk> fill)
    {
        var filler = _fillers.TryTake(out var free) ? free : new RowFiller(_table, _projection);
        var chunk = _projection.NewChunk();
        filler.Begin(chunk);
        fill(filler, chunk);
        _fillers.Add(filler);
        return chunk;
    }

    private void End(Task reading) => _pieces.Writer.Complete(
        reading.IsCanceled ? new OperationCanceledException(_stop.Token) : reading.Exception?.InnerException);
}
