namespace Slipstream.Catalog.DuckDbFiles;

/// <summary>One process at a time; the system frees the lock when its holder dies.</summary>
internal static class FileLock
{
    // EWOULDBLOCK of flock(2), as .NET reports it on Linux.
    private const int WouldBlock = 11;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static async Task<FileStream> TakeAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (exception.HResult == WouldBlock)
            {
                await Task.Delay(Pause, TimeProvider.System, cancellationToken);
            }
        }
    }
}
