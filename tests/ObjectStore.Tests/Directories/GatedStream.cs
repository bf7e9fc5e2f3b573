namespace Slipstream.ObjectStore.Tests.Directories;

/// <summary>One byte that comes only when it is released.</summary>
internal sealed class GatedStream : MemoryStream
{
    private readonly TaskCompletionSource _isRead = new();
    private readonly TaskCompletionSource _gate = new();

    public GatedStream()
        : base([1])
    {
    }

    public Task IsRead => _isRead.Task;

    public void Release() => _gate.SetResult();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _isRead.TrySetResult();
        await _gate.Task;
        return await base.ReadAsync(buffer, cancellationToken);
    }
}
