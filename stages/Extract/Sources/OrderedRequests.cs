using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading.Channels;

namespace Slipstream.Stages.Extract.Sources;

/// <summary>
/// Makes requests concurrently and hands out their answers in the order of their numbers. What waits for a slower answer is
/// bounded, so memory does not grow with the requests. The first request that fails stops the others, and its
/// exception is the one that the reader sees.
/// </summary>
internal sealed class OrderedRequests<T>(RequestRange range, int concurrency, Func<int, CancellationToken, Task<T>> ask)
{
    // For each request under way, how many answers may wait for a slower one before no further request is begun.
    private const int WindowPerRequest = 8;

    private readonly Channel<Task<T>> _begun = Channel.CreateBounded<Task<T>>(concurrency * WindowPerRequest);
    private ExceptionDispatchInfo? _failure;

    public async IAsyncEnumerable<T> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var free = new SemaphoreSlim(concurrency);
        var beginning = BeginAllAsync(free, stop);
        try
        {
            await foreach (var answer in _begun.Reader.ReadAllAsync(CancellationToken.None))
            {
                yield return await AnswerOrFirstFailureAsync(answer);
            }

            _failure?.Throw();
            cancellationToken.ThrowIfCancellationRequested();
        }
        finally
        {
            await stop.CancelAsync();
            await beginning;
            await DrainAsync();
        }
    }

    private async Task BeginAllAsync(SemaphoreSlim free, CancellationTokenSource stop)
    {
        try
        {
            for (var number = range.First; number < range.End; number++)
            {
                await _begun.Writer.WaitToWriteAsync(stop.Token);
                await free.WaitAsync(stop.Token);

                // There is room: no one else writes.
                _begun.Writer.TryWrite(AskOneAsync(number, free, stop));
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The reader learns why from the first failure, or knows because it stopped reading.
        }
        finally
        {
            _begun.Writer.Complete();
        }
    }

    private async Task<T> AskOneAsync(int number, SemaphoreSlim free, CancellationTokenSource stop)
    {
        try
        {
            return await ask(number, stop.Token);
        }
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);
            await stop.CancelAsync();
            throw;
        }
        finally
        {
            free.Release();
        }
    }

    private async Task<T> AnswerOrFirstFailureAsync(Task<T> answer)
    {
        try
        {
            return await answer;
        }
        catch (OperationCanceledException) when (_failure is not null)
        {
            _failure.Throw();
            throw;
        }
    }

    private async Task DrainAsync()
    {
        while (_begun.Reader.TryRead(out var answer))
        {
            await ((Task)answer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
