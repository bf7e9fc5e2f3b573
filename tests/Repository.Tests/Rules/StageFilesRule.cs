using Slipstream.Repository.Tests.Reading;

namespace Slipstream.Repository.Tests.Rules;

/// <summary>A stage is a folder with a short Program.cs, a Dockerfile and a README.</summary>
internal sealed class StageFilesRule : IRule
{
    private const int MostLines = 25;
    private static readonly string[] Required = ["Program.cs", "Dockerfile", "README.md"];

    public string Advice => $"Add the file; CONTRIBUTING.md has the recipe. A Program.cs of more than {MostLines} lines holds what belongs into the stage's class.";

    public IEnumerable<string> Breaches(SourceTree tree) => tree.FoldersIn("stages").SelectMany(stage => Breaches(tree, $"stages/{stage}"));

    private static IEnumerable<string> Breaches(SourceTree tree, string folder)
    {
        foreach (var file in Required.Where(name => !tree.Has($"{folder}/{name}")))
        {
            yield return $"'{folder}' has no {file}.";
        }

        var program = $"{folder}/Program.cs";
        if (tree.Has(program) && tree.Lines(program).Length is > MostLines and var lines)
        {
            yield return $"'{program}' has {lines} lines.";
        }
    }
}
