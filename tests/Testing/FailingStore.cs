using System.Runtime.CompilerServices;
using Slipstream.Contracts;
using Slipstream.ObjectStore;

namespace Slipstream.Testing;

/// <summary>A store whose n-th call fails, before or after it was done: as a process sees it that is killed there.</summary>
public sealed class FailingStore(IObjectStore inner, int failingCall, bool isDoneFirst) : IObjectStore
{
    /// <summary>The calls so far.</summary>
    public int Calls { get; private set; }

    /// <summary>True once the call has come that fails.</summary>
    public bool HasFailed { get; private set; }

    public async IAsyncEnumerable<StoredObject> ListAsync(S3Prefix prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Count(isAfter: false);
        await foreach (var stored in inner.ListAsync(prefix, cancellationToken))
        {
            yield return stored;
        }
    }

    public Task<Stream> OpenAsync(S3Location location, string? etag, CancellationToken cancellationToken) =>
        CallAsync(() => inner.OpenAsync(location, etag, cancellationToken));

    public Task<ContentDigest> DigestAsync(S3Location location, CancellationToken cancellationToken) =>
        CallAsync(() => inner.DigestAsync(location, cancellationToken));

    public Task<WriteOutcome> WriteOnceAsync(S3Location location, Stream content, Sha256Hash hash, CancellationToken cancellationToken) =>
        CallAsync(() => inner.WriteOnceAsync(location, content, hash, cancellationToken));

    public Task<WriteOutcome> CopyOnceAsync(StoredObject source, S3Location target, CancellationToken cancellationToken) =>
        CallAsync(() => inner.CopyOnceAsync(source, target, cancellationToken));

    public Task<DeleteOutcome> DeleteIfMatchAsync(S3Location location, string etag, CancellationToken cancellationToken) =>
        CallAsync(() => inner.DeleteIfMatchAsync(location, etag, cancellationToken));

    public void Dispose() => inner.Dispose();

    private async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        Count(isAfter: false);
        var answer = await call();
        Count(isAfter: true);
        return answer;
    }

    private void Count(bool isAfter)
    {
        Calls += isAfter ? 0 : 1;
        if (Calls == failingCall && isAfter == isDoneFirst && !HasFailed)
        {
            HasFailed = true;
            throw StageException.OutsideFailed($"The store went away at call {failingCall}.");
        }
    }
}
