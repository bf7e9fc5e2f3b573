using System.Xml.Linq;

namespace Slipstream.Repository.Tests.Reading;

/// <summary>What a project file, with the Directory.Build.props above it, asks for.</summary>
/// <param name="Path">The path from the root.</param>
/// <param name="References">The projects it references, as paths from the root.</param>
/// <param name="Packages">The packages it references itself, those of the root's Directory.Build.props aside.</param>
internal sealed record Project(string Path, IReadOnlyList<string> References, IReadOnlyList<string> Packages)
{
    private const string Props = "Directory.Build.props";

    /// <summary>The project's folder below the root, such as <c>src/Contracts</c>.</summary>
    public string Folder => FolderOf(Path);

    public bool IsForTests => Path.StartsWith("tests/", StringComparison.Ordinal) || Path.StartsWith("bench/", StringComparison.Ordinal);

    public static IReadOnlyList<Project> All(SourceTree tree) => [.. tree.Ending(".csproj").Select(path => Read(tree, path))];

    private static Project Read(SourceTree tree, string path)
    {
        var files = new List<string> { path };
        for (var folder = FolderOf(path); folder.Length > 0; folder = FolderOf(folder))
        {
            if (tree.Has($"{folder}/{Props}"))
            {
                files.Add($"{folder}/{Props}");
            }
        }

        return new Project(
            path,
            [.. files.SelectMany(file => Includes(tree, file, "ProjectReference").Select(include => Resolve(tree, file, include)))],
            [.. files.SelectMany(file => Includes(tree, file, "PackageReference"))]);
    }

    private static IEnumerable<string> Includes(SourceTree tree, string file, string item) =>
        XDocument.Parse(tree.Text(file)).Descendants(item).Select(element => (string?)element.Attribute("Include")).OfType<string>();

    private static string Resolve(SourceTree tree, string file, string include)
    {
        var relative = include.Replace("$(MSBuildThisFileDirectory)", string.Empty, StringComparison.Ordinal).Replace('\\', '/');
        var full = System.IO.Path.GetFullPath(System.IO.Path.Combine(tree.FullPath(FolderOf(file)), relative));
        return System.IO.Path.GetRelativePath(tree.Root, full).Replace('\\', '/');
    }

    private static string FolderOf(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : string.Empty;
}
