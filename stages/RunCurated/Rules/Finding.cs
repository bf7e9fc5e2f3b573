using System.Globalization;

namespace Slipstream.Stages.RunCurated.Rules;

/// <summary>What rows of a table break.</summary>
/// <param name="Subject">A column, or a key of several.</param>
/// <param name="Count">How many values or rows.</param>
/// <param name="Fault">What is wrong with them, to stand behind the count.</param>
/// <param name="Examples">The least of them, as they may be shown.</param>
internal sealed record Finding(string Subject, long Count, string Fault, IReadOnlyList<string> Examples)
{
    public override string ToString()
    {
        var examples = Examples.Count > 0 ? $", such as {string.Join(", ", Examples)}" : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"{Subject}: {Count} {Fault}{examples}");
    }
}
