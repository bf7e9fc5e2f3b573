using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;

namespace Slipstream.ObjectStore.Handles;

/// <summary>The right to read the objects of a folder.</summary>
public sealed class ReadHandle
{
    private readonly IObjectStore _store;
    private readonly Read _capability;

    internal ReadHandle(IObjectStore store, Read capability)
    {
        _store = store;
        _capability = capability;
    }

    /// <summary>Opens an object as it was listed.</summary>
    /// <exception cref="ObjectMissingException">It is gone or was replaced.</exception>
    public Task<Stream> OpenAsync(StoredObject listed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(listed);
        return _store.OpenAsync(Scope.Require(_capability, listed.Location), listed.ETag, cancellationToken);
    }

    /// <summary>Opens an object, whatever its content is now.</summary>
    /// <exception cref="ObjectMissingException">It is not there.</exception>
    public Task<Stream> OpenAsync(S3Location location, CancellationToken cancellationToken) =>
        _store.OpenAsync(Scope.Require(_capability, location), null, cancellationToken);

    /// <summary>Hash and length of an object.</summary>
    /// <exception cref="ObjectMissingException">It is not there.</exception>
    public Task<ContentDigest> DigestAsync(S3Location location, CancellationToken cancellationToken) =>
        _store.DigestAsync(Scope.Require(_capability, location), cancellationToken);
}
