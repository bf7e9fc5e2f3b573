using System.Text.RegularExpressions;
using System.Text.Unicode;
using Slipstream.Metadata;

namespace Slipstream.Stages.TestExtract.Checks.Values;

/// <summary>The regular expression of a column.</summary>
internal sealed class PatternRule : ValueRule
{
    private const int ShortText = 256;

    private readonly ColumnPattern _pattern;

    public PatternRule(string pattern, PatternScope scope)
        : this(new ColumnPattern(pattern, scope))
    {
    }

    private PatternRule(ColumnPattern pattern)
        : base(Rule.Pattern, pattern.Expected) => _pattern = pattern;

    /// <summary>Whether <see cref="Allows"/> may throw, because the pattern is not one for linear time.</summary>
    public bool MayTakeLong => _pattern.MayTakeLong;

    /// <exception cref="RegexMatchTimeoutException">There was no answer within a second.</exception>
    public override bool Allows(ReadOnlySpan<byte> text, ulong order)
    {
        var chars = text.Length <= ShortText ? stackalloc char[ShortText] : new char[text.Length];
        Utf8.ToUtf16(text, chars, out _, out var count);
        return _pattern.Matches(chars[..count]);
    }
}
