using System.Globalization;

namespace Slipstream.Stages.RunCurated.Rules;

/// <summary>Values in findings: short, on one line, or not at all.</summary>
internal static class Shown
{
    /// <summary>As many are shown of each finding.</summary>
    public const int MostExamples = 3;

    private const int Most = 100;

    /// <summary>Some values, each once.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> values, bool isHidden) =>
        [.. values.Select(value => isHidden ? Hidden(value) : Of(value)).Distinct().Take(MostExamples)];

    private static string Of(string value)
    {
        var cut = value.Length > Most && char.IsHighSurrogate(value[Most - 1]) ? Most - 1 : Math.Min(Most, value.Length);
        var line = string.Concat(value.Take(cut).Select(c => char.IsControl(c) ? ' ' : c));
        return cut < value.Length ? $"'{line}…'" : $"'{line}'";
    }

    private static string Hidden(string value) =>
        string.Create(CultureInfo.InvariantCulture, $"a hidden value of {value.EnumerateRunes().Count()} characters");
}
