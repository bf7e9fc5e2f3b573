using System.Text.Json;

namespace Slipstream.Stages.TestExtract.Checks;

/// <summary>The words for rules in logs and reports.</summary>
internal static class RuleWords
{
    private static readonly Dictionary<Rule, string> Words =
        Enum.GetValues<Rule>().ToDictionary(rule => rule, rule => JsonNamingPolicy.SnakeCaseLower.ConvertName(rule.ToString()));

    /// <summary>Such as <c>minimum_rows</c>.</summary>
    public static string Word(this Rule rule) => Words[rule];
}
