using Slipstream.Contracts.Capabilities;

namespace Slipstream.ObjectStore.Handles;

/// <summary>The right to delete objects of a folder, by the form of their names, whose content is still the one that was read.</summary>
public sealed class DeleteHandle
{
    private readonly IObjectStore _store;
    private readonly DeleteValidated _capability;

    internal DeleteHandle(IObjectStore store, DeleteValidated capability)
    {
        _store = store;
        _capability = capability;
    }

    /// <summary>Deletes an object as it was listed, and only that content.</summary>
    public Task<DeleteOutcome> DeleteAsync(StoredObject listed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(listed);
        return _store.DeleteIfMatchAsync(Scope.RequireName(_capability, listed.Location), listed.ETag, cancellationToken);
    }
}
