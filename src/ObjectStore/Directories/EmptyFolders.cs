using System.Runtime.InteropServices;

namespace Slipstream.ObjectStore.Directories;

/// <summary>
/// Deletes files, and the folders that they leave empty: S3 has no folders. To look whether one is empty takes longer, the
/// more it holds, and to be refused costs an exception: of the deletes that are under way in a folder, the last one tries.
/// </summary>
internal sealed class EmptyFolders
{
    private readonly Dictionary<string, int> _underWay = new(StringComparer.Ordinal);

    /// <summary>Announces a delete; disposing ends it, and removes the folder and those above it, up to the bucket's, if they are empty.</summary>
    public IDisposable Enter(string folder, string bucket)
    {
        lock (_underWay)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_underWay, folder, out _)++;
        }

        return new Visit(this, folder, bucket);
    }

    private bool IsLast(string folder)
    {
        lock (_underWay)
        {
            return --CollectionsMarshal.GetValueRefOrNullRef(_underWay, folder) == 0 && _underWay.Remove(folder);
        }
    }

    private static void Remove(string folder, string bucket)
    {
        try
        {
            for (; folder != bucket; folder = Path.GetDirectoryName(folder)!)
            {
                Directory.Delete(folder);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is not empty, or not ours: the object is deleted all the same.
        }
    }

    private sealed class Visit(EmptyFolders folders, string folder, string bucket) : IDisposable
    {
        public void Dispose()
        {
            if (folders.IsLast(folder))
            {
                Remove(folder, bucket);
            }
        }
    }
}
