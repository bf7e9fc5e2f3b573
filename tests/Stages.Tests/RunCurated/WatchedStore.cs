using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Slipstream.Contracts;
using Slipstream.ObjectStore;

namespace Slipstream.Stages.Tests.RunCurated;

/// <summary>A store that keeps a list of the changes asked of it, and lets a test do something before any of its calls.</summary>
internal sealed class WatchedStore(IObjectStore inner, Func<string, S3Location, Task>? before = null) : IObjectStore
{
    public const string Write = "write";
    public const string Copy = "copy";
    public const string Delete = "delete";
    public const string Read = "read";

    private readonly ConcurrentQueue<(string Operation, S3Location Location)> _calls = new();
    private readonly ConcurrentQueue<S3Prefix> _lists = new();

    /// <summary>What was listed.</summary>
    public IReadOnlyList<S3Prefix> Lists => [.. _lists];

    /// <summary>Where something was written, copied to or deleted.</summary>
    public IReadOnlyList<(string Operation, S3Location Location)> Changes => [.. _calls.Where(call => call.Operation != Read)];

    public IReadOnlyList<S3Location> Of(string operation) => [.. _calls.Where(call => call.Operation == operation).Select(call => call.Location)];

    public async IAsyncEnumerable<StoredObject> ListAsync(S3Prefix prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _lists.Enqueue(prefix);
        await foreach (var stored in inner.ListAsync(prefix, cancellationToken))
        {
            yield return stored;
        }
    }

    public async Task<Stream> OpenAsync(S3Location location, string? etag, CancellationToken cancellationToken)
    {
        await NoteAsync(Read, location);
        return await inner.OpenAsync(location, etag, cancellationToken);
    }

    public Task<ContentDigest> DigestAsync(S3Location location, CancellationToken cancellationToken) => inner.DigestAsync(location, cancellationToken);

    public async Task<WriteOutcome> WriteOnceAsync(S3Location location, Stream content, Sha256Hash hash, CancellationToken cancellationToken)
    {
        await NoteAsync(Write, location);
        return await inner.WriteOnceAsync(location, content, hash, cancellationToken);
    }

    public async Task<WriteOutcome> CopyOnceAsync(StoredObject source, S3Location target, CancellationToken cancellationToken)
    {
        await NoteAsync(Copy, target);
        return await inner.CopyOnceAsync(source, target, cancellationToken);
    }

    public async Task<DeleteOutcome> DeleteIfMatchAsync(S3Location location, string etag, CancellationToken cancellationToken)
    {
        await NoteAsync(Delete, location);
        return await inner.DeleteIfMatchAsync(location, etag, cancellationToken);
    }

    public void Dispose() => inner.Dispose();

    private Task NoteAsync(string operation, S3Location location)
    {
        _calls.Enqueue((operation, location));
        return before?.Invoke(operation, location) ?? Task.CompletedTask;
    }
}
