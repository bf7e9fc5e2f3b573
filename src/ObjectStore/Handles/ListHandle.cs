using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;

namespace Slipstream.ObjectStore.Handles;

/// <summary>The right to list a folder.</summary>
public sealed class ListHandle
{
    private readonly IObjectStore _store;
    private readonly List _capability;

    internal ListHandle(IObjectStore store, List capability)
    {
        _store = store;
        _capability = capability;
    }

    /// <summary>The declared folder.</summary>
    public S3Prefix Folder => _capability.Prefix;

    /// <summary>The objects of the declared folder, in order of their keys.</summary>
    public IAsyncEnumerable<StoredObject> AllAsync(CancellationToken cancellationToken) =>
        _store.ListAsync(_capability.Prefix, cancellationToken);

    /// <summary>The objects of a folder below, in order of their keys.</summary>
    public IAsyncEnumerable<StoredObject> BelowAsync(S3Prefix folder, CancellationToken cancellationToken) =>
        _store.ListAsync(Scope.Require(_capability, folder), cancellationToken);
}
