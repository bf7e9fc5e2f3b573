using Slipstream.Contracts.Capabilities;

namespace Slipstream.ObjectStore.Handles;

/// <summary>
/// A stage's only way to stored objects: it opens the capabilities that the stage's settings declare, and nothing else.
/// </summary>
public sealed class StageStore(IObjectStore store, IReadOnlyCollection<Capability> declared)
{
    /// <summary>Opens a declared right to list.</summary>
    public ListHandle Open(List capability) => new(store, declared.Require(capability));

    /// <summary>Opens a declared right to read.</summary>
    public ReadHandle Open(Read capability) => new(store, declared.Require(capability));

    /// <summary>Opens a declared right to create.</summary>
    public WriteOnceHandle Open(WriteOnce capability) => new(store, declared.Require(capability));

    /// <summary>Opens a declared right to delete what was validated.</summary>
    public DeleteHandle Open(DeleteValidated capability) => new(store, declared.Require(capability));
}
