using Microsoft.Win32.SafeHandles;
using Slipstream.Contracts;

namespace Slipstream.ObjectStore.Directories;

/// <summary>
/// Files on their way in. A write is made here and appears whole under its name by a rename, so the folder lies within
/// the store's directory, which must be one file system.
/// </summary>
internal sealed class Incoming(string root, TimeProvider time)
{
    // No bucket's name starts with a dot, so this can never be listed.
    private const string Folder = ".incoming";
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);
    private readonly DiskFlusher _flusher = new();
    private int _isSwept;

    /// <summary>Writes the content to a file of its own and to the disk; the caller moves or deletes the file.</summary>
    public async Task<string> WriteAsync(Stream content, Sha256Hash? expected, CancellationToken cancellationToken)
    {
        var path = Path.Combine(root, Folder, Path.GetRandomFileName());
        using var file = Create(path);
        try
        {
            var actual = (await Content.DigestAsync(content, file, cancellationToken)).Sha256;
            if (expected is { } hash && actual != hash)
            {
                throw StageException.OutsideFailed(
                    $"The bytes written to '{root}' have the SHA-256 '{actual}', not '{hash}', and were discarded. Check the disk, and run the stage again.");
            }

            EntityTag.Stamp(file, actual);
            await _flusher.FlushAsync(file);
            return path;
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    private SafeFileHandle Create(string path)
    {
        if (Interlocked.Exchange(ref _isSwept, 1) == 0)
        {
            Sweep(Directory.CreateDirectory(Path.Combine(root, Folder)));
        }

        try
        {
            return File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        }
        catch (IOException exception) when (Failures.IsPathMissing(exception))
        {
            // Another thread is about to make it, or somebody has removed it.
            Directory.CreateDirectory(Path.Combine(root, Folder));
            return File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        }
    }

    // What a killed process left behind; a file that is being written is never this old.
    private void Sweep(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles())
        {
            file.Refresh();
            if (file.Exists && time.GetUtcNow() - file.LastWriteTimeUtc > Abandoned)
            {
                file.Delete();
            }
        }
    }
}
