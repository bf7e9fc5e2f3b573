namespace Slipstream.ObjectStore.Directories;

/// <summary>A file that one process at a time may hold; the operating system frees the lock of a process that is killed.</summary>
public static class FileLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Waits for the lock; disposing the stream frees it. The file is made if it is absent, and stays.</summary>
    /// <exception cref="IOException">The file cannot be opened for another reason than that somebody holds it.</exception>
    public static async Task<FileStream> TakeAsync(string path, CancellationToken cancellationToken)
    {
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
