using Slipstream.Contracts;
using Slipstream.ObjectStore;

namespace Slipstream.Stages.Tests.TestExtract.Moving;

/// <summary>A store whose copies are gone before anybody can look at them.</summary>
internal sealed class VanishingCopies(IObjectStore inner) : IObjectStore
{
    public IAsyncEnumerable<StoredObject> ListAsync(S3Prefix prefix, CancellationToken cancellationToken) => inner.ListAsync(prefix, cancellationToken);

    public Task<Stream> OpenAsync(S3Location location, string? etag, CancellationToken cancellationToken) => inner.OpenAsync(location, etag, cancellationToken);

    public Task<ContentDigest> DigestAsync(S3Location location, CancellationToken cancellationToken) => inner.DigestAsync(location, cancellationToken);

    public Task<WriteOutcome> WriteOnceAsync(S3Location location, Stream content, Sha256Hash hash, CancellationToken cancellationToken) =>
        inner.WriteOnceAsync(location, content, hash, cancellationToken);

    public Task<WriteOutcome> CopyOnceAsync(StoredObject source, S3Location target, CancellationToken cancellationToken) => Task.FromResult(WriteOutcome.Created);

    public Task<DeleteOutcome> DeleteIfMatchAsync(S3Location location, string etag, CancellationToken cancellationToken) =>
        inner.DeleteIfMatchAsync(location, etag, cancellationToken);

    public void Dispose() => inner.Dispose();
}
