using Slipstream.Repository.Tests.Reading;

namespace Slipstream.Repository.Tests.Rules;

/// <summary>Which project may reference which. Tests and benches may reference anything.</summary>
internal sealed class ArrowRule : IRule
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["src/Contracts"] = [],
        ["src/Metadata"] = [],
        ["src/DuckDb"] = [],
        ["src/Rows"] = ["src/Metadata"],
        ["src/AwsJson"] = ["src/Contracts"],
        ["src/Iam"] = ["src/Contracts"],
        ["src/ObjectStore"] = ["src/Contracts"],
        ["src/Catalog"] = ["src/Contracts", "src/Metadata", "src/AwsJson", "src/DuckDb", "src/ObjectStore"],
        ["src/StageHost"] = ["src/Contracts", "src/ObjectStore"],
        ["dag-gen"] = ["src/Contracts", "src/Metadata", "src/Iam"],
    };

    public string Advice =>
        "Move the code to where both sides may see it (docs/architecture.md has the arrows), or change the arrows in ArrowRule.cs and say why in docs/decisions.";

    public IEnumerable<string> Breaches(SourceTree tree) => Project.All(tree).Where(project => !project.IsForTests).SelectMany(Breaches);

    private static IEnumerable<string> Breaches(Project project)
    {
        if (!Allowed.ContainsKey(project.Folder) && !IsStage(project.Folder) && !IsTool(project.Folder) && !IsImage(project.Folder))
        {
            return [$"'{project.Path}' is a project without arrows."];
        }

        return project.References.Where(reference => !MayReference(project.Folder, reference[..reference.LastIndexOf('/')]))
            .Select(reference => $"'{project.Path}' references '{reference}'.");
    }

    // What puts all stages into one image may see them; they never see each other.
    private static bool MayReference(string from, string to) => IsImage(from)
        ? IsStage(to) || to.StartsWith("src/", StringComparison.Ordinal)
        : MayReferenceElse(from, to);

    private static bool MayReferenceElse(string from, string to) => IsStage(from) || IsTool(from)
        ? to.StartsWith("src/", StringComparison.Ordinal)
        : Allowed[from].Contains(to);

    private static bool IsStage(string folder) => folder.StartsWith("stages/", StringComparison.Ordinal);

    private static bool IsImage(string folder) => folder.StartsWith("images/", StringComparison.Ordinal);

    private static bool IsTool(string folder) => folder.StartsWith("tools/", StringComparison.Ordinal);
}
