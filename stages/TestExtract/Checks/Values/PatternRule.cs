using System.Text.RegularExpressions;
using System.Text.Unicode;
using Slipstream.Metadata;

namespace Slipstream.Stages.TestExtract.Checks.Values;

/// <summary>
/// The regular expression of a column. It comes from a file and must not be able to hang the stage: it is matched in linear
/// time where .NET can, and else within a limit; once it has run into the limit a few times it is not tried again.
/// </summary>
internal sealed class PatternRule : ValueRule
{
    private const int MostTimeouts = 3;
    private const int ShortText = 256;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private readonly Regex _regex;
    private int _timeouts;

    public PatternRule(string pattern, PatternScope scope)
        : base(Rule.Pattern, $"a {(scope == PatternScope.Whole ? "match" : "start that matches")} of {pattern}") =>
        _regex = Compile(scope == PatternScope.Whole ? $@"\A(?:{pattern})\z" : $@"\A(?:{pattern})");

    /// <summary>Whether the pattern took too long for some values, which then count as no match.</summary>
    public bool IsTooSlow => Volatile.Read(ref _timeouts) > 0;

    public override bool Allows(ReadOnlySpan<byte> text, ulong order)
    {
        var chars = text.Length <= ShortText ? stackalloc char[ShortText] : new char[text.Length];
        Utf8.ToUtf16(text, chars, out _, out var count);
        try
        {
            return Volatile.Read(ref _timeouts) < MostTimeouts && _regex.IsMatch(chars[..count]);
        }
        catch (RegexMatchTimeoutException)
        {
            Interlocked.Increment(ref _timeouts);
            return false;
        }
    }

    // Look-arounds and references back need the engine that may take for ever.
    private static Regex Compile(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Limit);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, Limit);
        }
    }
}
