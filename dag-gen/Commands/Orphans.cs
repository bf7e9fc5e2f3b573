using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Iam;

namespace Slipstream.DagGen.Commands;

/// <summary>Files that were generated, but that no pipeline makes any more.</summary>
internal static class Orphans
{
    /// <summary>Their paths below the output folder.</summary>
    public static IEnumerable<string> In(string folder, IReadOnlyList<GeneratedFile> files) =>
        Dags(folder).Concat(Roles(folder))
            .Select(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Except(files.Select(file => file.Path), StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    // Others may keep files of their own there.
    private static IEnumerable<string> Dags(string folder) =>
        Files(Path.Combine(folder, DagFile.Folder), "*.py")
            .Where(path => File.ReadLines(path).FirstOrDefault()?.StartsWith(DagFile.Mark, StringComparison.Ordinal) == true);

    // JSON has no comment to mark it by: the folders of pipelines belong to dag-gen.
    private static IEnumerable<string> Roles(string folder) =>
        Path.Combine(folder, IamFiles.Folder) is var iam && Directory.Exists(iam)
            ? Directory.EnumerateDirectories(iam).SelectMany(pipeline => Files(pipeline, "*"))
            : [];

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories) : [];
}
