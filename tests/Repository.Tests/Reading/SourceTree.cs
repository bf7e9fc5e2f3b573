using System.Text;

namespace Slipstream.Repository.Tests.Reading;

/// <summary>The files of a checkout that are, or are about to be, committed.</summary>
internal sealed class SourceTree
{
    private static readonly string[] NeverCommitted = ["artifacts", "node_modules", ".git", ".slipstream", "__pycache__"];

    private SourceTree(string root, IEnumerable<string> files)
    {
        Root = root;
        Files = [.. files.Where(file => File.Exists(FullPath(file))).Distinct().Order(StringComparer.Ordinal)];
    }

    public string Root { get; }

    /// <summary>Paths from the root, with slashes, in ordinal order.</summary>
    public IReadOnlyList<string> Files { get; }

    public static SourceTree OfThisRepository { get; } = Open(Testing.Repository.Root);

    public static SourceTree Open(string root) => new(root, GitFiles.List(root) ?? Walk(root, root));

    public IEnumerable<string> Ending(string end) => Files.Where(file => file.EndsWith(end, StringComparison.Ordinal));

    public IEnumerable<string> In(string folder) => Files.Where(file => file.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <summary>The names of the folders right below a folder.</summary>
    public IEnumerable<string> FoldersIn(string folder) => In(folder)
        .Select(file => file.Split('/'))
        .Where(parts => parts.Length > 2)
        .Select(parts => parts[1])
        .Distinct();

    public bool Has(string path) => Files.Contains(path);

    public string FullPath(string file) => Path.Combine(Root, file);

    public byte[] Bytes(string file) => File.ReadAllBytes(FullPath(file));

    public string Text(string file) => Encoding.UTF8.GetString(Bytes(file));

    public string[] Lines(string file) => File.ReadAllLines(FullPath(file));

    private static IEnumerable<string> Walk(string root, string folder) => Directory.EnumerateFiles(folder)
        .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
        .Concat(Directory.EnumerateDirectories(folder)
            .Where(below => !NeverCommitted.Contains(Path.GetFileName(below)))
            .SelectMany(below => Walk(root, below)));
}
