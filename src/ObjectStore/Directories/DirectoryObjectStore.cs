using System.Runtime.CompilerServices;
using Slipstream.Contracts;

namespace Slipstream.ObjectStore.Directories;

/// <summary>
/// Buckets as folders of a local directory, with S3's conditional operations: a write appears whole under its name by a
/// rename, a delete compares and removes, both under one lock. Symbolic links are not objects.
/// </summary>
public sealed class DirectoryObjectStore : IObjectStore
{
    private static readonly EnumerationOptions AllFiles = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
        IgnoreInaccessible = false,
    };

    private readonly string _root;
    private readonly Incoming _incoming;
    private readonly DirectoryLock _lock;

    /// <summary>Opens the store on a directory, which is made by the first write.</summary>
    public DirectoryObjectStore(string root)
        : this(root, TimeProvider.System)
    {
    }

    internal DirectoryObjectStore(string root, TimeProvider time)
    {
        _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        _incoming = new Incoming(_root, time);
        _lock = new DirectoryLock(_root);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredObject> ListAsync(S3Prefix prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var stored in Failures.Translate(_root, () => List(prefix)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return stored;
        }
    }

    /// <inheritdoc/>
    public Task<Stream> OpenAsync(S3Location location, string? etag, CancellationToken cancellationToken) =>
        Task.FromResult(Failures.Translate<Stream>(_root, () => Open(location, etag)));

    /// <inheritdoc/>
    public async Task<ContentDigest> DigestAsync(S3Location location, CancellationToken cancellationToken)
    {
        await using var stream = await OpenAsync(location, null, cancellationToken);
        var hash = await Failures.TranslateAsync(_root, () => Sha256Hash.OfAsync(stream, cancellationToken));
        return new ContentDigest(hash, stream.Position);
    }

    /// <inheritdoc/>
    public Task<WriteOutcome> WriteOnceAsync(S3Location location, Stream content, Sha256Hash hash, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        content.Position = 0;
        return Failures.TranslateAsync(_root, () => PutOnceAsync(location, content, hash, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<WriteOutcome> CopyOnceAsync(StoredObject source, S3Location target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        await using var content = await OpenAsync(source.Location, source.ETag, cancellationToken);
        return await Failures.TranslateAsync(_root, () => PutOnceAsync(target, content, null, cancellationToken));
    }

    /// <inheritdoc/>
    public Task<DeleteOutcome> DeleteIfMatchAsync(S3Location location, string etag, CancellationToken cancellationToken) =>
        Failures.TranslateAsync(_root, () => DeleteAsync(location, etag, cancellationToken));

    /// <summary>The file that holds an object: for local engines that read it in place.</summary>
    public string PathOf(S3Location location) => Path.Combine(_root, location.Bucket, location.Key);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held between calls.
    }

    private static bool IsObject(FileInfo file) => file.Exists && !file.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private List<StoredObject> List(S3Prefix prefix)
    {
        var folder = new DirectoryInfo(Path.Combine(_root, prefix.Bucket, prefix.Key));
        try
        {
            return [.. folder.EnumerateFiles("*", AllFiles)
                .Select(file => Stored(prefix.Bucket, file))
                .OfType<StoredObject>()
                .OrderBy(stored => stored.Location.Key, StringComparer.Ordinal)];
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    private StoredObject? Stored(string bucket, FileInfo file)
    {
        var key = Path.GetRelativePath(Path.Combine(_root, bucket), file.FullName);
        try
        {
            var location = S3Location.Parse($"s3://{bucket}/{key}");
            file.Refresh();
            return IsObject(file) ? new StoredObject(location, file.Length, EntityTag.Of(file)) : null;
        }
        catch (FormatException exception)
        {
            throw Failures.NotAKey(file.FullName, exception);
        }
    }

    private FileStream Open(S3Location location, string? etag)
    {
        var stream = OpenFile(location);
        if (etag is null || EntityTag.Of(stream.SafeFileHandle) == etag)
        {
            return stream;
        }

        stream.Dispose();
        throw ObjectMissingException.Replaced(location);
    }

    private FileStream OpenFile(S3Location location)
    {
        var file = new FileInfo(PathOf(location));
        try
        {
            if (IsObject(file))
            {
                return file.Open(new FileStreamOptions
                {
                    Mode = FileMode.Open,
                    Access = FileAccess.Read,
                    Share = FileShare.Read | FileShare.Delete,
                    Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
                });
            }
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            // Deleted between the look and the opening.
        }

        throw ObjectMissingException.Gone(location);
    }

    private async Task<WriteOutcome> PutOnceAsync(
        S3Location location, Stream content, Sha256Hash? expected, CancellationToken cancellationToken)
    {
        var target = PathOf(location);
        if (File.Exists(target))
        {
            return WriteOutcome.AlreadyExists;
        }

        RequireFreePath(location);
        var temporary = await _incoming.WriteAsync(content, expected, cancellationToken);
        try
        {
            return await PublishAsync(location, temporary, cancellationToken);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private async Task<WriteOutcome> PublishAsync(S3Location location, string temporary, CancellationToken cancellationToken)
    {
        var target = PathOf(location);
        await using var held = await _lock.TakeAsync(cancellationToken);
        if (File.Exists(target))
        {
            return WriteOutcome.AlreadyExists;
        }

        RequireFreePath(location);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Move(temporary, target, overwrite: false);
        return WriteOutcome.Created;
    }

    // S3 can hold both 'a' and 'a/b'; a file system cannot.
    private void RequireFreePath(S3Location location)
    {
        var target = PathOf(location);
        if (Directory.Exists(target))
        {
            throw Failures.FileAndFolder(location, target);
        }

        for (var folder = Path.GetDirectoryName(target)!; folder.Length > _root.Length; folder = Path.GetDirectoryName(folder)!)
        {
            if (File.Exists(folder))
            {
                throw Failures.FileAndFolder(location, folder);
            }
        }
    }

    private async Task<DeleteOutcome> DeleteAsync(S3Location location, string etag, CancellationToken cancellationToken)
    {
        var file = new FileInfo(PathOf(location));
        if (!IsObject(file))
        {
            return DeleteOutcome.AlreadyGone;
        }

        await using var held = await _lock.TakeAsync(cancellationToken);
        file.Refresh();
        if (!IsObject(file))
        {
            return DeleteOutcome.AlreadyGone;
        }

        if (EntityTag.Of(file) != etag)
        {
            return DeleteOutcome.Changed;
        }

        file.Delete();
        RemoveEmptyFolders(file.Directory!, Path.Combine(_root, location.Bucket));
        return DeleteOutcome.Deleted;
    }

    // S3 has no folders: one that is empty does not exist.
    private static void RemoveEmptyFolders(DirectoryInfo folder, string bucket)
    {
        try
        {
            for (; folder.FullName != bucket && !folder.EnumerateFileSystemInfos().Any(); folder = folder.Parent!)
            {
                folder.Delete();
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Somebody else put a file there, or the folder is not ours: the object is deleted all the same.
        }
    }
}
