using System.Text;
using Slipstream.Iam.Differences;

namespace Slipstream.DagGen.Commands.Iam;

/// <summary>A comparison, for people.</summary>
internal static class ComparisonText
{
    private const int Width = 110;

    public static string Of(string file, PolicyComparison found, string by)
    {
        var text = new StringBuilder($"{file} allows {found.ActionCount} actions. Needed is what {by} need{(by.StartsWith("the role ", StringComparison.Ordinal) ? "s" : string.Empty)}.\n");
        Section(text, $"Not needed: {found.Unused.Count} actions", Wrapped(found.Unused.Select(action => action.Action)));
        Section(text, $"Needed on less: {found.Wider.Count} actions", found.Wider.Select(action => $"{action.Action} on {string.Join(", ", action.Resources)}"));
        Section(text, $"Missing: {found.Missing.Count} rights", found.Missing
            .GroupBy(need => need.Action)
            .Select(group => $"{group.Key}{Where(group)}{By(group)}"));
        Section(text, $"Granted in vain: {found.Dead.Count} findings", found.Dead.Select(finding => $"line {finding.Breach.Line}: {finding.Rule} {finding.Breach.Sentence}"));
        return text.ToString();
    }

    private static string Where(IEnumerable<NeededRight> needs)
    {
        var resources = needs.Select(need => need.Resource).OfType<string>().Distinct().ToList();
        return resources.Count == 0 ? string.Empty : $" on {string.Join(", ", resources)}";
    }

    // A call that needs the action of its own name says nothing new.
    private static string By(IGrouping<string, NeededRight> needs) =>
        needs.Select(need => need.By).Where(by => by != needs.Key).Distinct().ToList() is { Count: > 0 } others ? $" (for {string.Join(", ", others)})" : string.Empty;

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        text.Append('\n').Append(title).Append('\n');
        foreach (var line in lines)
        {
            text.Append("  ").Append(line).Append('\n');
        }
    }

    private static IEnumerable<string> Wrapped(IEnumerable<string> words)
    {
        var line = new StringBuilder();
        foreach (var word in words)
        {
            if (line.Length > 0 && line.Length + word.Length > Width)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : string.Empty).Append(word);
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }
}
