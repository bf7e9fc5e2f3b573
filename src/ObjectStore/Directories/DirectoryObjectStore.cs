using System.Runtime.CompilerServices;
using Slipstream.Contracts;

namespace Slipstream.ObjectStore.Directories;

/// <summary>
/// Buckets as folders of a local directory, with S3's conditional operations: a write appears whole under its name by a
/// hard link, which fails if the name is taken; a delete compares and removes under a lock of the directory.
/// </summary>
public sealed class DirectoryObjectStore(string root) : IObjectStore
{
    // No bucket's name starts with a dot, so these can never be listed.
    private const string TemporaryFolder = ".incoming";
    private const string LockFile = ".lock";
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(5);

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredObject> ListAsync(S3Prefix prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var stored in Failures.Translate(root, () => List(prefix)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return stored;
        }
    }

    /// <inheritdoc/>
    public Task<Stream> OpenAsync(S3Location location, string? etag, CancellationToken cancellationToken) =>
        Task.FromResult(Failures.Translate<Stream>(root, () => Open(location, etag)));

    /// <inheritdoc/>
    public async Task<Sha256Hash> HashAsync(S3Location location, CancellationToken cancellationToken)
    {
        await using var stream = await OpenAsync(location, null, cancellationToken);
        return await Sha256Hash.OfAsync(stream, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<WriteOutcome> WriteOnceAsync(S3Location location, Stream content, Sha256Hash hash, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        content.Position = 0;
        return Failures.TranslateAsync(root, () => PutOnceAsync(location, content, hash, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<WriteOutcome> CopyOnceAsync(
        S3Location source, string sourceETag, S3Location target, CancellationToken cancellationToken)
    {
        await using var content = await OpenAsync(source, sourceETag, cancellationToken);
        return await Failures.TranslateAsync(root, () => PutOnceAsync(target, content, null, cancellationToken));
    }

    /// <inheritdoc/>
    public Task<DeleteOutcome> DeleteIfMatchAsync(S3Location location, string etag, CancellationToken cancellationToken) =>
        Failures.TranslateAsync(root, () => DeleteAsync(location, etag, cancellationToken));

    /// <summary>The file that holds an object: for local engines that read it in place.</summary>
    public string PathOf(S3Location location) => Path.Combine(root, location.Bucket, location.Key);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held between calls.
    }

    private static string TagOf(FileInfo file) => $"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}";

    private List<StoredObject> List(S3Prefix prefix)
    {
        var folder = new DirectoryInfo(Path.Combine(root, prefix.Bucket, prefix.Key));
        if (!folder.Exists)
        {
            return [];
        }

        var bucket = Path.Combine(root, prefix.Bucket);
        return [.. folder.EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(file => new StoredObject(
                S3Location.Parse($"s3://{prefix.Bucket}/{Path.GetRelativePath(bucket, file.FullName)}"), file.Length, TagOf(file)))
            .OrderBy(stored => stored.Location.Key, StringComparer.Ordinal)];
    }

    private FileStream Open(S3Location location, string? etag)
    {
        var file = new FileInfo(PathOf(location));
        if (!file.Exists)
        {
            throw ObjectMissingException.Gone(location);
        }

        // Opened before compared: what is read is what was compared, even if another file takes the name afterwards.
        var stream = file.Open(new FileStreamOptions
        {
            Mode = FileMode.Open,
            Access = FileAccess.Read,
            Share = FileShare.Read | FileShare.Delete,
            Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
        });
        file.Refresh();
        if (etag is null || TagOf(file) == etag)
        {
            return stream;
        }

        stream.Dispose();
        throw ObjectMissingException.Replaced(location);
    }

    private async Task<WriteOutcome> PutOnceAsync(
        S3Location location, Stream content, Sha256Hash? expected, CancellationToken cancellationToken)
    {
        var target = PathOf(location);
        if (File.Exists(target))
        {
            return WriteOutcome.AlreadyExists;
        }

        var temporary = Path.Combine(Directory.CreateDirectory(Path.Combine(root, TemporaryFolder)).FullName, Path.GetRandomFileName());
        try
        {
            await WriteAsync(temporary, content, expected, cancellationToken);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            return Publish(temporary, target);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static async Task WriteAsync(string path, Stream content, Sha256Hash? expected, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite);
        await content.CopyToAsync(file, cancellationToken);
        file.Flush(flushToDisk: true);
        if (expected is { } hash)
        {
            file.Position = 0;
            var actual = await Sha256Hash.OfAsync(file, cancellationToken);
            if (actual != hash)
            {
                throw new IOException($"the bytes written have the SHA-256 {actual}, not {hash}");
            }
        }
    }

    // File.Move without overwriting is link + unlink on Unix: of two racing writers exactly one gets the name.
    private static WriteOutcome Publish(string temporary, string target)
    {
        try
        {
            File.Move(temporary, target, overwrite: false);
            return WriteOutcome.Created;
        }
        catch (IOException) when (File.Exists(target))
        {
            return WriteOutcome.AlreadyExists;
        }
    }

    private async Task<DeleteOutcome> DeleteAsync(S3Location location, string etag, CancellationToken cancellationToken)
    {
        await using var held = await LockAsync(cancellationToken);
        var file = new FileInfo(PathOf(location));
        if (!file.Exists)
        {
            return DeleteOutcome.AlreadyGone;
        }

        if (TagOf(file) != etag)
        {
            return DeleteOutcome.Changed;
        }

        file.Delete();
        RemoveEmptyFolders(file.Directory!, Path.Combine(root, location.Bucket));
        return DeleteOutcome.Deleted;
    }

    private async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(Directory.CreateDirectory(root).FullName, LockFile);
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (Failures.IsSharingViolation(exception))
            {
                await Task.Delay(LockPause, TimeProvider.System, cancellationToken);
            }
        }
    }

    // S3 has no folders: one that is empty does not exist. A writer that is just making a file in it wins.
    private static void RemoveEmptyFolders(DirectoryInfo folder, string bucket)
    {
        try
        {
            for (; folder.FullName != bucket && !folder.EnumerateFileSystemInfos().Any(); folder = folder.Parent!)
            {
                folder.Delete();
            }
        }
        catch (IOException)
        {
            // Another process put a file there, or removed the folder first: either way there is nothing to do.
        }
    }
}
