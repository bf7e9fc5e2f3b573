using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Slipstream.Contracts;
using Slipstream.ObjectStore;

namespace Slipstream.Testing;

/// <summary>A store in memory with the same conditional operations as the real ones: for tests that make very many objects.</summary>
public sealed class InMemoryObjectStore : IObjectStore
{
    private readonly ConcurrentDictionary<S3Location, byte[]> _objects = new();

    public async IAsyncEnumerable<StoredObject> ListAsync(S3Prefix prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var (location, bytes) in _objects.Where(stored => prefix.Contains(stored.Key)).OrderBy(stored => stored.Key.Key, StringComparer.Ordinal))
        {
            yield return Stored(location, bytes);
        }
    }

    public Task<Stream> OpenAsync(S3Location location, string? etag, CancellationToken cancellationToken) =>
        Task.FromResult<Stream>(new MemoryStream(Find(location, etag), writable: false));

    public Task<ContentDigest> DigestAsync(S3Location location, CancellationToken cancellationToken)
    {
        var bytes = Find(location, null);
        return Task.FromResult(new ContentDigest(Sha256Hash.Of(bytes), bytes.Length));
    }

    public async Task<WriteOutcome> WriteOnceAsync(S3Location location, Stream content, Sha256Hash hash, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var bytes = new MemoryStream();
        content.Position = 0;
        await content.CopyToAsync(bytes, cancellationToken);
        return Create(location, bytes.ToArray());
    }

    public Task<WriteOutcome> CopyOnceAsync(StoredObject source, S3Location target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Task.FromResult(Create(target, Find(source.Location, source.ETag)));
    }

    public Task<DeleteOutcome> DeleteIfMatchAsync(S3Location location, string etag, CancellationToken cancellationToken) => Task.FromResult(
        !_objects.TryGetValue(location, out var bytes) ? DeleteOutcome.AlreadyGone
        : ETag(bytes) == etag && _objects.TryRemove(KeyValuePair.Create(location, bytes)) ? DeleteOutcome.Deleted
        : DeleteOutcome.Changed);

    /// <summary>Puts an object, or replaces it, as somebody else would.</summary>
    public StoredObject Put(S3Location location, byte[] bytes)
    {
        _objects[location] = bytes;
        return Stored(location, bytes);
    }

    public void Dispose()
    {
        // Nothing is held but memory.
    }

    private WriteOutcome Create(S3Location location, byte[] bytes) =>
        _objects.TryAdd(location, bytes) ? WriteOutcome.Created : WriteOutcome.AlreadyExists;

    private byte[] Find(S3Location location, string? etag) =>
        !_objects.TryGetValue(location, out var bytes) ? throw ObjectMissingException.Gone(location)
        : etag is null || ETag(bytes) == etag ? bytes
        : throw ObjectMissingException.Replaced(location);

    private static StoredObject Stored(S3Location location, byte[] bytes) => new(location, bytes.Length, ETag(bytes));

    private static string ETag(byte[] bytes) => Sha256Hash.Of(bytes).ToString();
}
