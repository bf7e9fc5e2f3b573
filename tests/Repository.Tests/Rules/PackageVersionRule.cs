using System.Text.Json;
using System.Xml.Linq;
using Slipstream.Repository.Tests.Reading;

namespace Slipstream.Repository.Tests.Rules;

/// <summary>Every central version is of a package that a project references, or pins one that comes with another package.</summary>
internal sealed class PackageVersionRule : IRule
{
    private const string Versions = "Directory.Packages.props";

    // What NuGet writes into a lock file for a package that is pinned, not referenced.
    private const string Pinned = "CentralTransitive";

    public string Advice => $"Remove the line from {Versions}: nothing uses the package.";

    public IEnumerable<string> Breaches(SourceTree tree)
    {
        var used = tree.Ending(".csproj").Concat(tree.Ending("Directory.Build.props"))
            .SelectMany(file => Names(tree, file, "PackageReference"))
            .Concat(tree.Ending("packages.lock.json").SelectMany(file => PinnedIn(tree, file)))
            .ToHashSet(StringComparer.Ordinal);
        return Names(tree, Versions, "PackageVersion").Where(name => !used.Contains(name)).Select(name => $"'{name}' in {Versions}.");
    }

    private static IEnumerable<string> Names(SourceTree tree, string file, string item) =>
        XDocument.Parse(tree.Text(file)).Descendants(item).Select(element => (string?)element.Attribute("Include")).OfType<string>();

    private static List<string> PinnedIn(SourceTree tree, string file)
    {
        using var lockFile = JsonDocument.Parse(tree.Bytes(file));
        return
        [
            .. lockFile.RootElement.GetProperty("dependencies").EnumerateObject()
                .SelectMany(framework => framework.Value.EnumerateObject())
                .Where(package => package.Value.GetProperty("type").GetString() == Pinned)
                .Select(package => package.Name),
        ];
    }
}
