using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;

namespace Slipstream.ObjectStore.Handles;

/// <summary>The right to create objects in a folder, never to replace one.</summary>
public sealed class WriteOnceHandle
{
    private readonly IObjectStore _store;
    private readonly WriteOnce _capability;

    internal WriteOnceHandle(IObjectStore store, WriteOnce capability)
    {
        _store = store;
        _capability = capability;
    }

    /// <summary>Creates an object from bytes at hand.</summary>
    public async Task<WriteOutcome> WriteAsync(S3Location location, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(bytes.ToArray(), writable: false);
        return await WriteAsync(location, content, Sha256Hash.Of(bytes.Span), cancellationToken);
    }

    /// <summary>Creates an object from a stream that can seek.</summary>
    public Task<WriteOutcome> WriteAsync(S3Location location, Stream content, Sha256Hash hash, CancellationToken cancellationToken) =>
        _store.WriteOnceAsync(Scope.RequireName(_capability, location), content, hash, cancellationToken);

    /// <summary>Creates an object as a copy, made by the store itself, of one that was listed.</summary>
    /// <exception cref="ObjectMissingException">The original is gone or was replaced.</exception>
    public Task<WriteOutcome> CopyAsync(StoredObject original, S3Location copy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(original);
        return _store.CopyOnceAsync(original, Scope.RequireName(_capability, copy), cancellationToken);
    }
}
