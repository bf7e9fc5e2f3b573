using System.Text.RegularExpressions;
using Slipstream.Rows;

namespace Slipstream.Stages.TestExtract.Checks.Values;

/// <summary>
/// Matches patterns that may take too long. After a few values of an object without an answer a pattern is not tried again for
/// it: one bad object must not hold up the others.
/// </summary>
internal sealed class SlowPatterns(int columns)
{
    private const int MostTimeouts = 3;

    private readonly int[] _timeouts = new int[columns];

    /// <summary>Starts another object.</summary>
    public void Clear() => Array.Clear(_timeouts);

    public void Check(int column, ColumnRules rules, CellKind kind, ReadOnlySpan<byte> text, long line, Findings findings)
    {
        if (Matches(column, rules.SlowPattern!, text) is not { } isMatch)
        {
            findings.Fail(Rule.PatternTime, rules.Name, "a pattern that says yes or no within a second", line, rules.Show(kind, text));
        }
        else if (!isMatch)
        {
            findings.Fail(Rule.Pattern, rules.Name, rules.SlowPattern!.Expected, line, rules.Show(kind, text));
        }
    }

    // Null for no answer.
    private bool? Matches(int column, PatternRule pattern, ReadOnlySpan<byte> text)
    {
        if (_timeouts[column] >= MostTimeouts)
        {
            return null;
        }

        try
        {
            return pattern.Allows(text, order: 0);
        }
        catch (RegexMatchTimeoutException)
        {
            _timeouts[column]++;
            return null;
        }
    }
}
