namespace Slipstream.ObjectStore.Directories;

/// <summary>
/// One process at a time may give or take names: .NET has no move that fails, atomically, when the name is taken.
/// </summary>
internal sealed class DirectoryLock(string root)
{
    // No bucket's name starts with a dot, so this can never be listed.
    private const string LockFile = ".lock";

    /// <summary>Waits for the lock; disposing the stream frees it.</summary>
    public Task<FileStream> TakeAsync(CancellationToken cancellationToken) =>
        FileLock.TakeAsync(Path.Combine(root, LockFile), cancellationToken);
}
