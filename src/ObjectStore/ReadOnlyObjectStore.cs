using Slipstream.Contracts;

namespace Slipstream.ObjectStore;

/// <summary>A store that refuses every change: what <c>--plan</c> runs against, so that a plan cannot write.</summary>
public sealed class ReadOnlyObjectStore(IObjectStore inner) : IObjectStore
{
    /// <inheritdoc/>
    public IAsyncEnumerable<StoredObject> ListAsync(S3Prefix prefix, CancellationToken cancellationToken) =>
        inner.ListAsync(prefix, cancellationToken);

    /// <inheritdoc/>
    public Task<Stream> OpenAsync(S3Location location, string? etag, CancellationToken cancellationToken) =>
        inner.OpenAsync(location, etag, cancellationToken);

    /// <inheritdoc/>
    public Task<ContentDigest> DigestAsync(S3Location location, CancellationToken cancellationToken) =>
        inner.DigestAsync(location, cancellationToken);

    /// <inheritdoc/>
    public Task<WriteOutcome> WriteOnceAsync(
        S3Location location, Stream content, Sha256Hash hash, CancellationToken cancellationToken) => throw Refusal(location);

    /// <inheritdoc/>
    public Task<WriteOutcome> CopyOnceAsync(
        StoredObject source, S3Location target, CancellationToken cancellationToken) => throw Refusal(target);

    /// <inheritdoc/>
    public Task<DeleteOutcome> DeleteIfMatchAsync(S3Location location, string etag, CancellationToken cancellationToken) =>
        throw Refusal(location);

    /// <inheritdoc/>
    public void Dispose() => inner.Dispose();

    private static InvalidOperationException Refusal(S3Location location) =>
        new($"A plan tried to change '{location}'. A stage must not write when it plans.");
}
