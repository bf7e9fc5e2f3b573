using Slipstream.Contracts;
using Slipstream.ObjectStore;

namespace Slipstream.Testing.Faults;

/// <summary>A store in which somebody else does something just before each copy and delete; it counts what is opened.</summary>
public sealed class MeddledStore(IObjectStore inner) : IObjectStore
{
    private int _opened;

    /// <summary>Before a copy: its original.</summary>
    public Action<S3Location> BeforeCopy { get; init; } = _ => { };

    /// <summary>Before a delete: what is to be deleted.</summary>
    public Action<S3Location> BeforeDelete { get; init; } = _ => { };

    /// <summary>How many objects were opened.</summary>
    public int Opened => Volatile.Read(ref _opened);

    public IAsyncEnumerable<StoredObject> ListAsync(S3Prefix prefix, CancellationToken cancellationToken) => inner.ListAsync(prefix, cancellationToken);

    public Task<Stream> OpenAsync(S3Location location, string? etag, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _opened);
        return inner.OpenAsync(location, etag, cancellationToken);
    }

    public Task<ContentDigest> DigestAsync(S3Location location, CancellationToken cancellationToken) => inner.DigestAsync(location, cancellationToken);

    public Task<WriteOutcome> WriteOnceAsync(S3Location location, Stream content, Sha256Hash hash, CancellationToken cancellationToken) =>
        inner.WriteOnceAsync(location, content, hash, cancellationToken);

    public Task<WriteOutcome> CopyOnceAsync(StoredObject source, S3Location target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        BeforeCopy(source.Location);
        return inner.CopyOnceAsync(source, target, cancellationToken);
    }

    public Task<DeleteOutcome> DeleteIfMatchAsync(S3Location location, string etag, CancellationToken cancellationToken)
    {
        BeforeDelete(location);
        return inner.DeleteIfMatchAsync(location, etag, cancellationToken);
    }

    public void Dispose() => inner.Dispose();
}
