using System.Runtime.CompilerServices;
using Slipstream.Contracts;
using Slipstream.ObjectStore;

namespace Slipstream.Testing.Faults;

/// <summary>
/// A store one call of which, counted from 1, goes wrong. After a kill it answers nobody: the run is to be abandoned, as
/// <see cref="Killed"/> says. All changes are told to a witness.
/// </summary>
public sealed class FaultyStore(IObjectStore inner, Witness witness, int faultyCall, Fault fault) : IObjectStore
{
    private static readonly TimeSpan Lateness = TimeSpan.FromHours(1);
    private readonly TaskCompletionSource _killed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ImpatientClock _clock = new();
    private Func<Task>? _late;
    private int _calls;
    private int _underWay;

    /// <summary>The calls so far.</summary>
    public int Calls => Volatile.Read(ref _calls);

    /// <summary>True once the call has come that goes wrong.</summary>
    public bool HasFailed => Calls >= faultyCall;

    /// <summary>Ends when the process is killed.</summary>
    public Task Killed => _killed.Task;

    /// <summary>Ends when the calls are done that a killed process had under way.</summary>
    public async Task UnderWayAsync()
    {
        while (Volatile.Read(ref _underWay) > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);
        }
    }

    /// <summary>Does what was asked for long ago, and whose caller has given up.</summary>
    public async Task DeliverLateAsync()
    {
        if (Interlocked.Exchange(ref _late, null) is { } late)
        {
            try
            {
                await late();
            }
            catch (Exception exception) when (exception is ObjectMissingException or StageException)
            {
                // The store's answer; nobody listens.
            }
        }
    }

    public async IAsyncEnumerable<StoredObject> ListAsync(S3Prefix prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var listed = await CallAsync(() => Task.FromResult(inner.ListAsync(prefix, cancellationToken)));
        await foreach (var stored in listed)
        {
            yield return stored;
        }
    }

    public Task<Stream> OpenAsync(S3Location location, string? etag, CancellationToken cancellationToken) =>
        CallAsync(() => inner.OpenAsync(location, etag, cancellationToken));

    public Task<ContentDigest> DigestAsync(S3Location location, CancellationToken cancellationToken) =>
        CallAsync(() => inner.DigestAsync(location, cancellationToken));

    public Task<WriteOutcome> WriteOnceAsync(S3Location location, Stream content, Sha256Hash hash, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var bytes = new MemoryStream();
        content.Position = 0;
        content.CopyTo(bytes);
        var kept = bytes.ToArray();
        return CallAsync(async () => Watched(location, hash, await inner.WriteOnceAsync(location, new MemoryStream(kept), hash, CancellationToken.None)));
    }

    public Task<WriteOutcome> CopyOnceAsync(StoredObject source, S3Location target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        return CallAsync(async () =>
        {
            var outcome = await inner.CopyOnceAsync(source, target, CancellationToken.None);
            return Watched(target, outcome == WriteOutcome.Created ? (await inner.DigestAsync(target, CancellationToken.None)).Sha256 : default, outcome);
        });
    }

    public Task<DeleteOutcome> DeleteIfMatchAsync(S3Location location, string etag, CancellationToken cancellationToken) => CallAsync(async () =>
    {
        var outcome = await inner.DeleteIfMatchAsync(location, etag, CancellationToken.None);
        if (outcome == DeleteOutcome.Deleted)
        {
            witness.Deleted(location);
        }

        return outcome;
    });

    public void Dispose() => inner.Dispose();

    private WriteOutcome Watched(S3Location location, Sha256Hash hash, WriteOutcome outcome)
    {
        if (outcome == WriteOutcome.Created)
        {
            witness.Created(location, hash);
        }

        return outcome;
    }

    private async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        var number = Interlocked.Increment(ref _calls);
        Interlocked.Increment(ref _underWay);
        try
        {
            if (!_killed.Task.IsCompleted)
            {
                return number == faultyCall ? await GoWrongAsync(call) : await call();
            }
        }
        catch (KilledException)
        {
            _killed.TrySetResult();
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);
        throw new InvalidOperationException("A killed process goes on.");
    }

    private async Task<T> GoWrongAsync<T>(Func<Task<T>> call)
    {
        switch (fault)
        {
            case Fault.Refused:
                throw Failure();
            case Fault.AnswerLost:
                await call();
                throw Failure();
            case Fault.Late:
                await Task.Delay(Lateness, _clock, CancellationToken.None);
                return await call();
            case Fault.DoneAfterTimeout:
                _late = call;
                throw Failure();
            case Fault.KilledAfter:
                await call();
                throw new KilledException();
            case Fault.KilledBefore:
                throw new KilledException();
            default:
                throw new InvalidOperationException($"'{fault}' is no fault.");
        }
    }

    private StageException Failure() => StageException.OutsideFailed($"The store went away at call {faultyCall}.");

    private sealed class KilledException : Exception;
}
