namespace Slipstream.ObjectStore.Directories;

/// <summary>
/// One process at a time may give or take names: .NET has no move that fails, atomically, when the name is taken. The
/// operating system frees the lock of a process that is killed.
/// </summary>
internal sealed class DirectoryLock(string root)
{
    // No bucket's name starts with a dot, so this can never be listed.
    private const string LockFile = ".lock";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Waits for the lock; disposing the stream frees it.</summary>
    public async Task<FileStream> TakeAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(root, LockFile);
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (Failures.IsSharingViolation(exception))
            {
                await Task.Delay(Pause, TimeProvider.System, cancellationToken);
            }
        }
    }
}
