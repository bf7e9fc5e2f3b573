using Slipstream.Contracts;
using Slipstream.ObjectStore;

namespace Slipstream.Stages.Tests.RunCurated;

/// <summary>A store that keeps a part's bytes wrongly.</summary>
internal sealed class SpoiltStore(IObjectStore inner) : IObjectStore
{
    public IAsyncEnumerable<StoredObject> ListAsync(S3Prefix prefix, CancellationToken cancellationToken) => inner.ListAsync(prefix, cancellationToken);

    public Task<Stream> OpenAsync(S3Location location, string? etag, CancellationToken cancellationToken) => inner.OpenAsync(location, etag, cancellationToken);

    public Task<ContentDigest> DigestAsync(S3Location location, CancellationToken cancellationToken) => inner.DigestAsync(location, cancellationToken);

    public Task<WriteOutcome> WriteOnceAsync(S3Location location, Stream content, Sha256Hash hash, CancellationToken cancellationToken)
    {
        var spoilt = "spoilt"u8.ToArray();
        return location.Name.EndsWith(".parquet", StringComparison.Ordinal)
            ? inner.WriteOnceAsync(location, new MemoryStream(spoilt), Sha256Hash.Of(spoilt), cancellationToken)
            : inner.WriteOnceAsync(location, content, hash, cancellationToken);
    }

    public Task<WriteOutcome> CopyOnceAsync(StoredObject source, S3Location target, CancellationToken cancellationToken) =>
        inner.CopyOnceAsync(source, target, cancellationToken);

    public Task<DeleteOutcome> DeleteIfMatchAsync(S3Location location, string etag, CancellationToken cancellationToken) =>
        inner.DeleteIfMatchAsync(location, etag, cancellationToken);

    public void Dispose() => inner.Dispose();
}
