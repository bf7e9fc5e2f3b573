using System.Text;
using Slipstream.Contracts;

namespace Slipstream.ObjectStore.Directories;

/// <summary>
/// One at a time may give or take a name, among all processes: .NET has no move that fails, atomically, when the name is
/// taken. Names share a fixed number of lock files, so that different objects seldom wait for each other.
/// </summary>
internal sealed class NameLocks(string root)
{
    private const int Shards = 64;

    // No bucket's name starts with a dot, so this can never be listed.
    private const string Folder = ".locks";

    // Within the process one waits in turn; file locks can only be asked for again and again.
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, Shards).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Waits for the lock of a name; disposing frees it.</summary>
    public async Task<IDisposable> TakeAsync(S3Location location, CancellationToken cancellationToken)
    {
        var shard = ShardOf(location);
        var turn = _turns[shard];
        await turn.WaitAsync(cancellationToken);
        try
        {
            return new Held(await TakeFileAsync(shard, cancellationToken), turn);
        }
        catch
        {
            turn.Release();
            throw;
        }
    }

    // The same in every process and release: string.GetHashCode is not.
    private static int ShardOf(S3Location location)
    {
        var hash = 2166136261u;
        foreach (var unit in Encoding.UTF8.GetBytes(location.ToString()))
        {
            hash = (hash ^ unit) * 16777619u;
        }

        return (int)((hash ^ (hash >> 16)) % Shards);
    }

    private async Task<FileStream> TakeFileAsync(int shard, CancellationToken cancellationToken)
    {
        var path = Path.Combine(root, Folder, $"{shard:00}");
        try
        {
            return await FileLock.TakeAsync(path, cancellationToken);
        }
        catch (IOException exception) when (Failures.IsPathMissing(exception))
        {
            Directory.CreateDirectory(Path.Combine(root, Folder));
            return await FileLock.TakeAsync(path, cancellationToken);
        }
    }

    private sealed class Held(FileStream file, SemaphoreSlim turn) : IDisposable
    {
        public void Dispose()
        {
            file.Dispose();
            turn.Release();
        }
    }
}
