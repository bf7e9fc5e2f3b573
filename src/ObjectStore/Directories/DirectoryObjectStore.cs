using System.Runtime.CompilerServices;
using Slipstream.Contracts;

namespace Slipstream.ObjectStore.Directories;

/// <summary>
/// Buckets as folders of a local directory, with S3's conditional operations: a write appears whole under its name by a
/// rename, a delete compares and removes, both under the lock of the name. Symbolic links are not objects.
/// </summary>
public sealed class DirectoryObjectStore : IObjectStore
{
    // Folders vanish when they are empty: somebody else's delete may take one away between its making and its use.
    private const int MostRaces = 100;

    private readonly string _root;
    private readonly StoredFiles _files;
    private readonly Incoming _incoming;
    private readonly NameLocks _locks;
    private readonly EmptyFolders _folders = new();

    /// <summary>Opens the store on a directory, which is made by the first write.</summary>
    public DirectoryObjectStore(string root)
        : this(root, TimeProvider.System)
    {
    }

    internal DirectoryObjectStore(string root, TimeProvider time)
    {
        _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        _files = new StoredFiles(_root);
        _incoming = new Incoming(_root, time);
        _locks = new NameLocks(_root);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredObject> ListAsync(S3Prefix prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var stored in Failures.Translate(_root, () => _files.List(prefix)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return stored;
        }
    }

    /// <inheritdoc/>
    public Task<Stream> OpenAsync(S3Location location, string? etag, CancellationToken cancellationToken) =>
        Task.FromResult<Stream>(Failures.Translate(_root, () => _files.Open(location, etag, FileOptions.Asynchronous | FileOptions.SequentialScan)));

    /// <inheritdoc/>
    public Task<ContentDigest> DigestAsync(S3Location location, CancellationToken cancellationToken) =>
        Failures.TranslateAsync(_root, async () =>
        {
            await using var stream = _files.Open(location, null, FileOptions.None);
            return await Content.DigestAsync(stream, null, cancellationToken);
        });

    /// <inheritdoc/>
    public Task<WriteOutcome> WriteOnceAsync(S3Location location, Stream content, Sha256Hash hash, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        content.Position = 0;
        return Failures.TranslateAsync(_root, () => PutOnceAsync(location, content, hash, cancellationToken));
    }

    /// <inheritdoc/>
    public Task<WriteOutcome> CopyOnceAsync(StoredObject source, S3Location target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Failures.TranslateAsync(_root, async () =>
        {
            await using var content = _files.Open(source.Location, source.ETag, FileOptions.None);
            return await PutOnceAsync(target, content, null, cancellationToken);
        });
    }

    /// <inheritdoc/>
    public Task<DeleteOutcome> DeleteIfMatchAsync(S3Location location, string etag, CancellationToken cancellationToken) =>
        Failures.TranslateAsync(_root, () => DeleteAsync(location, etag, cancellationToken));

    /// <summary>The file that holds an object: for local engines that read it in place.</summary>
    public string PathOf(S3Location location) => _files.PathOf(location);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held between calls.
    }

    private async Task<WriteOutcome> PutOnceAsync(
        S3Location location, Stream content, Sha256Hash? expected, CancellationToken cancellationToken)
    {
        var target = PathOf(location);
        if (File.Exists(target))
        {
            return WriteOutcome.AlreadyExists;
        }

        var temporary = await _incoming.WriteAsync(content, expected, cancellationToken);
        var outcome = WriteOutcome.AlreadyExists;
        try
        {
            using var held = await _locks.TakeAsync(location, cancellationToken);
            if (!File.Exists(target))
            {
                Publish(location, temporary, target);
                outcome = WriteOutcome.Created;
            }

            return outcome;
        }
        finally
        {
            if (outcome == WriteOutcome.AlreadyExists)
            {
                File.Delete(temporary);
            }

            // Whoever waits for this may have long work to do: not on the flusher's thread.
            await Task.Yield();
        }
    }

    private void Publish(S3Location location, string temporary, string target)
    {
        for (var races = 0; ; races++)
        {
            try
            {
                if (races > 0)
                {
                    Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                }

                File.Move(temporary, target, overwrite: false);
                return;
            }
            catch (IOException exception)
            {
                _files.RequireFreePath(location);
                if (!(Failures.IsPathMissing(exception) || (Failures.IsTaken(exception) && !File.Exists(target))) || races == MostRaces)
                {
                    throw;
                }
            }
        }
    }

    private async Task<DeleteOutcome> DeleteAsync(S3Location location, string etag, CancellationToken cancellationToken)
    {
        var file = new FileInfo(PathOf(location));
        if (!StoredFiles.IsObject(file))
        {
            return DeleteOutcome.AlreadyGone;
        }

        using var visit = _folders.Enter(file.DirectoryName!, _files.BucketOf(location));
        using var held = await _locks.TakeAsync(location, cancellationToken);
        file.Refresh();
        if (!StoredFiles.IsObject(file))
        {
            return DeleteOutcome.AlreadyGone;
        }

        if (EntityTag.Of(file) != etag)
        {
            return DeleteOutcome.Changed;
        }

        file.Delete();
        return DeleteOutcome.Deleted;
    }
}
