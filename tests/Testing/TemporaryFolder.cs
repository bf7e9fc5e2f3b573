namespace Slipstream.Testing;

/// <summary>An empty folder of the file system, removed after the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private const string Memory = "/dev/shm";

    public TemporaryFolder()
        : this(Directory.CreateTempSubdirectory("slipstream-test-"))
    {
    }

    private TemporaryFolder(DirectoryInfo folder) => Path = folder.FullName;

    public string Path { get; }

    /// <summary>A folder that is not on a disk, where the system has such: for thousands of files that no power cut concerns.</summary>
    public static TemporaryFolder InMemory() => Directory.Exists(Memory)
        ? new TemporaryFolder(Directory.CreateDirectory(System.IO.Path.Combine(Memory, $"slipstream-test-{System.IO.Path.GetRandomFileName()}")))
        : new TemporaryFolder();

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text)
    {
        var path = File(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
