using Slipstream.Contracts;

namespace Slipstream.ObjectStore.Directories;

/// <summary>Objects as files: how they are found and opened.</summary>
internal sealed class StoredFiles(string root)
{
    private const int BufferSize = 4096;
    private static readonly EnumerationOptions AllFiles = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
        IgnoreInaccessible = false,
    };

    public string PathOf(S3Location location) => Path.Combine(root, location.Bucket, location.Key);

    public string BucketOf(S3Location location) => Path.Combine(root, location.Bucket);

    public static bool IsObject(FileInfo file) => file.Exists && !file.Attributes.HasFlag(FileAttributes.ReparsePoint);

    public List<StoredObject> List(S3Prefix prefix)
    {
        var folder = new DirectoryInfo(Path.Combine(root, prefix.Bucket, prefix.Key));
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

    public FileStream Open(S3Location location, string? etag, FileOptions options)
    {
        var stream = OpenFile(location, options);
        if (etag is null || EntityTag.Of(stream.SafeFileHandle) == etag)
        {
            return stream;
        }

        stream.Dispose();
        throw ObjectMissingException.Replaced(location);
    }

    // S3 can hold both 'a' and 'a/b'; a file system cannot.
    public void RequireFreePath(S3Location location)
    {
        var target = PathOf(location);
        if (Directory.Exists(target))
        {
            throw Failures.FileAndFolder(location, target);
        }

        for (var folder = Path.GetDirectoryName(target)!; folder.Length > root.Length; folder = Path.GetDirectoryName(folder)!)
        {
            if (File.Exists(folder))
            {
                throw Failures.FileAndFolder(location, folder);
            }
        }
    }

    private StoredObject? Stored(string bucket, FileInfo file)
    {
        var key = Path.GetRelativePath(Path.Combine(root, bucket), file.FullName);
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

    private FileStream OpenFile(S3Location location, FileOptions options)
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
                    Options = options,
                    BufferSize = options == FileOptions.None ? 0 : BufferSize,
                });
            }
        }
        catch (IOException exception) when (Failures.IsPathMissing(exception))
        {
            // Deleted between the look and the opening.
        }

        throw ObjectMissingException.Gone(location);
    }
}
