using System.Text;
using Slipstream.Rows;

namespace Slipstream.Stages.RunCurated.Rules;

/// <summary>Values in findings: a few, each once.</summary>
internal static class Examples
{
    /// <summary>As many are shown of each finding.</summary>
    public const int Most = 3;

    /// <summary>Some values as they may be shown.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> values, bool isHidden) =>
        [.. values.Select(value => isHidden ? Shown.Hidden(Encoding.UTF8.GetBytes(value)) : $"'{Shown.Of(value)}'").Distinct().Take(Most)];
}
