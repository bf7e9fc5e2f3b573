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
    private bool _isSwept;

    /// <summary>Writes the content to a file of its own, which the caller moves or deletes.</summary>
    public async Task<string> WriteAsync(Stream content, Sha256Hash? expected, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, Folder));
        Sweep(folder);
        var path = Path.Combine(folder.FullName, Path.GetRandomFileName());
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite);
            await content.CopyToAsync(file, cancellationToken);
            file.Flush(flushToDisk: true);
            file.Position = 0;
            var actual = await Sha256Hash.OfAsync(file, cancellationToken);
            if (expected is { } hash && actual != hash)
            {
                throw StageException.OutsideFailed(
                    $"The bytes written to '{root}' have the SHA-256 '{actual}', not '{hash}', and were discarded. Check the disk, and run the stage again.");
            }

            EntityTag.Stamp(file.SafeFileHandle, actual);
            return path;
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    // What a killed process left behind; a file that is being written is never this old.
    private void Sweep(DirectoryInfo folder)
    {
        if (_isSwept)
        {
            return;
        }

        _isSwept = true;
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
