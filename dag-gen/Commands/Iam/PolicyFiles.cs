using Slipstream.Iam.Reading;

namespace Slipstream.DagGen.Commands.Iam;

/// <summary>Policy files, as they were named on the command line.</summary>
internal static class PolicyFiles
{
    /// <summary>In place of a policy that is not there: it gives no rights.</summary>
    public static PolicyDocument Nothing { get; } = PolicyReader.ReadDocument("""{"Version":"2012-10-17","Statement":[]}""", "nothing");

    public static string ReadText(Terminal terminal, string path)
    {
        try
        {
            return File.ReadAllText(terminal.FullPath(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandException.UnreadableFile(path, exception.Message);
        }
    }

    public static PolicyDocument Read(Terminal terminal, string path) => PolicyReader.ReadDocument(ReadText(terminal, path), path);

    /// <summary>The files of folders, in the order of their names; what is no policy in them is left out.</summary>
    public static IReadOnlyList<string> Expand(Terminal terminal, IEnumerable<string> paths) =>
        [.. paths.SelectMany(path => Directory.Exists(terminal.FullPath(path)) ? InFolder(terminal, path) : new List<string> { path })];

    private static List<string> InFolder(Terminal terminal, string folder)
    {
        var full = terminal.FullPath(folder);
        var found = Directory.EnumerateFiles(full, "*.json", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(".tf.json", StringComparison.Ordinal))
            .Select(path => Path.Combine(folder, Path.GetRelativePath(full, path)).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal)
            .ToList();
        return found.Count > 0 ? found : throw CommandException.NoPolicies(folder);
    }
}
