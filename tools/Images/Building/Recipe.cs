using System.Text.RegularExpressions;

namespace Slipstream.Images.Building;

/// <summary>One image: a project with a Dockerfile beside it.</summary>
/// <param name="Name">The image's, and its program's.</param>
/// <param name="Folder">The project's, from the root of the repository.</param>
internal sealed partial record Recipe(string Name, string Folder)
{
    private const string BaseArgument = "ARG BASE_IMAGE=";

    public string Dockerfile => $"{Folder}/Dockerfile";

    /// <summary>The base that the Dockerfile names if no other is handed in.</summary>
    public string BaseIn(string root) => File.ReadLines(Path.Combine(root, Dockerfile)).First(line => line.StartsWith(BaseArgument, StringComparison.Ordinal))[BaseArgument.Length..];

    /// <summary>The recipes asked for, or all.</summary>
    /// <exception cref="ImagesException">There is none of a name.</exception>
    public static IReadOnlyList<Recipe> Choose(string root, IReadOnlyList<string> names)
    {
        var all = All(root);
        return names.Count == 0
            ? all
            : [.. names.Select(name => all.FirstOrDefault(recipe => recipe.Name == name) ?? throw ImagesException.UnknownStage(name, all.Select(recipe => recipe.Name)))];
    }

    private static readonly string[] Roots = ["stages", "images"];

    private static List<Recipe> All(string root) =>
    [
        .. Roots
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "Dockerfile", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(root, Path.GetDirectoryName(file)!))
            .Select(folder => new Recipe(NameOf(Path.GetFileName(folder)), folder))
            .OrderBy(recipe => recipe.Name, StringComparer.Ordinal),
    ];

    // As stages/Directory.Build.props makes the programs' names.
    private static string NameOf(string project) => InnerCapital().Replace(project, "-$0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex InnerCapital();
}
