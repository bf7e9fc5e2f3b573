using Slipstream.Contracts;

namespace Slipstream.StageHost;

/// <summary>A local folder for one process, removed when it ends.</summary>
internal sealed class WorkFolder : IDisposable
{
    private WorkFolder(string path) => Path = path;

    public string Path { get; }

    public static WorkFolder Create(string? parent, string stage)
    {
        var root = parent ?? System.IO.Path.GetTempPath();
        try
        {
            var path = System.IO.Path.Combine(System.IO.Path.GetFullPath(root), $"{stage}-{System.IO.Path.GetRandomFileName()}");
            Directory.CreateDirectory(path);
            return new WorkFolder(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw StageException.OutsideFailed(
                $"No work folder could be made in '{root}': {exception.Message} Set WORK_DIR to a local directory that can be written.", exception);
        }
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What is left of the folder goes with the pod; the result of the stage stands.
        }
    }
}
