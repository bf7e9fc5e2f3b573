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

    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        _isRead.SetResult();
        await _gate.Task;
        await base.CopyToAsync(destination, bufferSize, cancellationToken);
    }
}
