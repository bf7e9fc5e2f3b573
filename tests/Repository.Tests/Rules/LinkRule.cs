using System.Text.RegularExpressions;
using Slipstream.Repository.Tests.Reading;

namespace Slipstream.Repository.Tests.Rules;

/// <summary>Links in Markdown to files and folders of the repository lead somewhere.</summary>
internal sealed partial class LinkRule : IRule
{
    public string Advice => "Correct the link, or the name of what it should lead to.";

    public IEnumerable<string> Breaches(SourceTree tree)
    {
        var folders = tree.Files.SelectMany(Parents).ToHashSet(StringComparer.Ordinal);
        foreach (var file in tree.Ending(".md"))
        {
            foreach (var target in Links().Matches(Fences().Replace(tree.Text(file), string.Empty)).Select(match => match.Groups["target"].Value))
            {
                if (!IsElsewhere(target) && Resolve(tree, file, target) is var path && !tree.Has(path) && !folders.Contains(path))
                {
                    yield return $"'{file}' links to '{target}'.";
                }
            }
        }
    }

    private static bool IsElsewhere(string target) => target.Contains(':', StringComparison.Ordinal);

    private static string Resolve(SourceTree tree, string file, string target)
    {
        var full = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(tree.FullPath(file))!, Uri.UnescapeDataString(target)));
        return Path.GetRelativePath(tree.Root, full).Replace('\\', '/').TrimEnd('/');
    }

    private static IEnumerable<string> Parents(string file)
    {
        for (var slash = file.LastIndexOf('/'); slash > 0; slash = file.LastIndexOf('/', slash - 1))
        {
            yield return file[..slash];
        }

        yield return ".";
    }

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fences();

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)(?:#[^)\s]*)?\)")]
    private static partial Regex Links();
}
