using Slipstream.Repository.Tests.Reading;

namespace Slipstream.Repository.Tests.Rules;

/// <summary>An outside package has one owner, so that it can be replaced in one place. Tests and benches do not own.</summary>
internal sealed class OneProjectPerPackageRule : IRule
{
    public string Advice => "Reference the package from one project, and use that project's own types elsewhere.";

    public IEnumerable<string> Breaches(SourceTree tree) => Project.All(tree)
        .Where(project => !project.IsForTests)
        .SelectMany(project => project.Packages.Select(package => (package, project.Path)))
        .GroupBy(pair => pair.package, pair => pair.Path)
        .Where(group => group.Count() > 1)
        .Select(group => $"'{group.Key}' is referenced by {string.Join(" and ", group.Select(path => $"'{path}'"))}.");
}
