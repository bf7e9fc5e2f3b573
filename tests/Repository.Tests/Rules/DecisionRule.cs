using System.Globalization;
using System.Text.RegularExpressions;
using Slipstream.Repository.Tests.Reading;

namespace Slipstream.Repository.Tests.Rules;

/// <summary>Decisions are numbered without gaps, short, of one form, and listed.</summary>
internal sealed partial class DecisionRule : IRule
{
    private const string Folder = "docs/decisions";
    private const string Index = Folder + "/README.md";
    private const int MostLines = 40;
    private static readonly string[] Headings = ["## Context", "## Decision", "## Consequences"];

    public string Advice => $"Name the file NNNN-title.md with the next number, give it {string.Join(", ", Headings)} within {MostLines} lines, and link it from {Index}.";

    public IEnumerable<string> Breaches(SourceTree tree)
    {
        var index = tree.Has(Index) ? tree.Text(Index) : string.Empty;
        var number = 0;
        foreach (var file in tree.In(Folder).Where(file => file != Index))
        {
            number++;
            foreach (var fault in Faults(tree, file, number, index))
            {
                yield return $"'{file}' {fault}.";
            }
        }
    }

    private static IEnumerable<string> Faults(SourceTree tree, string file, int number, string index)
    {
        var name = file[(Folder.Length + 1)..];
        if (!Form().IsMatch(name) || !name.StartsWith(number.ToString("0000", CultureInfo.InvariantCulture), StringComparison.Ordinal))
        {
            yield return $"is not named {number:0000}-title.md";
        }

        var lines = tree.Lines(file);
        if (lines.Length > MostLines)
        {
            yield return $"has {lines.Length} lines";
        }

        foreach (var heading in Headings.Where(heading => !lines.Contains(heading)))
        {
            yield return $"has no '{heading}'";
        }

        if (!index.Contains($"]({name})", StringComparison.Ordinal))
        {
            yield return $"is not linked from {Index}";
        }
    }

    [GeneratedRegex(@"^[0-9]{4}-[a-z0-9]+(?:-[a-z0-9]+)*\.md\z")]
    private static partial Regex Form();
}
