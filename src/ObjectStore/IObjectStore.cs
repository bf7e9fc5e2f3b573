using Slipstream.Contracts;

namespace Slipstream.ObjectStore;

/// <summary>
/// Objects in buckets, with the conditional operations of S3 that keep history immutable. All implementations pass one
/// conformance suite. A failure of the store itself is a <see cref="StageException"/> with exit code 3, after retries.
/// </summary>
public interface IObjectStore : IDisposable
{
    /// <summary>
    /// The objects below a folder in ordinal order of their keys; none if the folder is absent. A directory store has every
    /// bucket; in S3 one that is absent is a failure.
    /// </summary>
    IAsyncEnumerable<StoredObject> ListAsync(S3Prefix prefix, CancellationToken cancellationToken);

    /// <summary>Opens an object for reading, once, from its start. The caller disposes the stream.</summary>
    /// <param name="location">The object.</param>
    /// <param name="etag">The tag that it must have, or null for any.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ObjectMissingException">It is not there, or has another tag.</exception>
    Task<Stream> OpenAsync(S3Location location, string? etag, CancellationToken cancellationToken);

    /// <summary>Hash and length of an object's bytes as the store holds them.</summary>
    /// <exception cref="ObjectMissingException">It is not there.</exception>
    Task<ContentDigest> DigestAsync(S3Location location, CancellationToken cancellationToken);

    /// <summary>
    /// Creates an object if there is none. Readers see all of it or nothing of it, also when the process is killed.
    /// </summary>
    /// <param name="location">The object.</param>
    /// <param name="content">A stream that can seek; it is read from its start.</param>
    /// <param name="hash">The SHA-256 of the content, checked by the store.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<WriteOutcome> WriteOnceAsync(S3Location location, Stream content, Sha256Hash hash, CancellationToken cancellationToken);

    /// <summary>Copies an object within the store, byte for byte, if there is none at the target.</summary>
    /// <param name="source">The original as it was listed.</param>
    /// <param name="target">The copy.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ObjectMissingException">The original is not there, or has another tag.</exception>
    Task<WriteOutcome> CopyOnceAsync(StoredObject source, S3Location target, CancellationToken cancellationToken);

    /// <summary>Deletes an object if it still has the tag.</summary>
    Task<DeleteOutcome> DeleteIfMatchAsync(S3Location location, string etag, CancellationToken cancellationToken);
}
