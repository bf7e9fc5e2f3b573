using System.Text.RegularExpressions;
using System.Text.Unicode;
using Slipstream.Metadata;

namespace Slipstream.Stages.TestExtract.Checks.Values;

/// <summary>
/// The regular expression of a column. It comes from a file and must not be able to hang the stage: it is matched in linear
/// time where .NET can, and else within a limit.
/// </summary>
internal sealed class PatternRule : ValueRule
{
    private const int ShortText = 256;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private readonly Regex _regex;

    public PatternRule(string pattern, PatternScope scope)
        : base(Rule.Pattern, $"a {(scope == PatternScope.Whole ? "match" : "start that matches")} of {pattern}")
    {
        _regex = Compile(scope == PatternScope.Whole ? $@"\A(?:{pattern})\z" : $@"\A(?:{pattern})");
        MayTakeLong = !_regex.Options.HasFlag(RegexOptions.NonBacktracking);
    }

    /// <summary>Whether <see cref="Allows"/> may throw, because the pattern is not one for linear time.</summary>
    public bool MayTakeLong { get; }

    /// <exception cref="RegexMatchTimeoutException">There was no answer within a second.</exception>
    public override bool Allows(ReadOnlySpan<byte> text, ulong order)
    {
        var chars = text.Length <= ShortText ? stackalloc char[ShortText] : new char[text.Length];
        Utf8.ToUtf16(text, chars, out _, out var count);
        return _regex.IsMatch(chars[..count]);
    }

    // Look-arounds and references back need the engine that may take for ever.
    private static Regex Compile(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, Limit);
        }
    }
}
