using System.Text.RegularExpressions;
using Slipstream.Repository.Tests.Reading;

namespace Slipstream.Repository.Tests.Rules;

/// <summary>A C# file is short, holds one type and is named after it, and has neither regions nor reminders.</summary>
internal sealed partial class SourceFormRule : IRule
{
    private const int MostLines = 300;

    public string Advice =>
        $"Split the file at a noun: one type in a file of its name (Type.cs; parts of a partial one Type.Part.cs), {MostLines} lines at most. Do what the reminder says, or open an issue.";

    public IEnumerable<string> Breaches(SourceTree tree) => tree.Ending(".cs")
        .Where(file => !IsExpectation(file))
        .SelectMany(file => Faults(file, tree.Text(file)).Select(fault => $"'{file}' {fault}."));

    private static IEnumerable<string> Faults(string file, string text)
    {
        if (text.Count(letter => letter == '\n') is > MostLines and var lines)
        {
            yield return $"has {lines} lines";
        }

        var types = TopLevelTypes().Matches(text).Select(match => match.Groups["name"].Value).Distinct().ToList();
        if (types.Count > 1)
        {
            yield return $"holds {string.Join(" and ", types)}";
        }

        if (types.Count == 1 && types[0] != Path.GetFileName(file).Split('.')[0])
        {
            yield return $"holds '{types[0]}'";
        }

        foreach (var word in Unwanted().Matches(text).Select(match => match.Value).Distinct())
        {
            yield return $"has '{word}'";
        }
    }

    private static bool IsExpectation(string file) => file.Contains("/Golden/", StringComparison.Ordinal) || file.Contains("/Cases/", StringComparison.Ordinal);

    // Declarations in the first column: nested types are indented.
    [GeneratedRegex(
        @"^(?:public|internal)\s(?:(?:sealed|static|abstract|partial|readonly|ref|unsafe)\s+)*(?:record\s+struct|record\s+class|record|class|struct|interface|enum|delegate\s+[\w<>?\[\],. ]+?)\s+(?<name>\w+)",
        RegexOptions.Multiline)]
    private static partial Regex TopLevelTypes();

    [GeneratedRegex(@"#[r]egion\b|\b(?:TO[D]O|FIX[M]E|HA[C]K)\b")]
    private static partial Regex Unwanted();
}
