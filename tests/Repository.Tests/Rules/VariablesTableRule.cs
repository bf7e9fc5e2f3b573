using System.Text.RegularExpressions;
using Slipstream.Contracts.Settings;
using Slipstream.Contracts.Variables;
using Slipstream.Repository.Tests.Reading;

namespace Slipstream.Repository.Tests.Rules;

/// <summary>The variables table of a stage's README names exactly the variables that the stage reads.</summary>
internal sealed partial class VariablesTableRule : IRule
{
    private static readonly SortedDictionary<string, IReadOnlyList<string>> Stages = new(StringComparer.Ordinal)
    {
        ["DeployDatabase"] = Names<DeployDatabaseSettings>(),
        ["Extract"] = Names<ExtractSettings>(),
        ["RunCurated"] = Names<RunCuratedSettings>(),
        ["TestExtract"] = Names<TestExtractSettings>(),
    };

    public string Advice => "Make the table of the stage's README say what '--help' says. A new stage needs a line in VariablesTableRule.cs.";

    public IEnumerable<string> Breaches(SourceTree tree)
    {
        foreach (var stage in tree.FoldersIn("stages"))
        {
            if (!Stages.TryGetValue(stage, out var read))
            {
                yield return $"'stages/{stage}' has no settings record here.";
                continue;
            }

            var readme = $"stages/{stage}/README.md";
            var named = tree.Has(readme) ? FirstCells().Matches(tree.Text(readme)).Select(match => match.Groups["name"].Value).ToList() : [];
            foreach (var name in read.Except(named))
            {
                yield return $"'{readme}' does not name {name}.";
            }

            foreach (var name in named.Except(read))
            {
                yield return $"'{readme}' names {name}, which the stage does not read.";
            }

            foreach (var name in named.GroupBy(name => name).Where(group => group.Count() > 1))
            {
                yield return $"'{readme}' names {name.Key} twice.";
            }
        }
    }

    private static List<string> Names<TSettings>()
        where TSettings : IStageSettings<TSettings> => [.. VariableTable<TSettings>.List(TSettings.Bind).Select(row => row.Name)];

    [GeneratedRegex(@"^\| *`(?<name>[A-Z][A-Z0-9_]*)` *\|", RegexOptions.Multiline)]
    private static partial Regex FirstCells();
}
