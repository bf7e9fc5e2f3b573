using System.Text.RegularExpressions;

namespace Slipstream.Metadata;

/// <summary>
/// The regular expression of a column. It comes from a file and must not be able to hang a stage: it is matched in linear
/// time where .NET can, and else within a limit.
/// </summary>
public sealed class ColumnPattern
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private readonly Regex _regex;

    /// <summary>Compiles a pattern that the metadata's reader has accepted.</summary>
    public ColumnPattern(string pattern, PatternScope scope)
    {
        Expected = $"a {(scope == PatternScope.Whole ? "match" : "start that matches")} of {pattern}";
        _regex = Compile(scope == PatternScope.Whole ? $@"\A(?:{pattern})\z" : $@"\A(?:{pattern})");
        MayTakeLong = !_regex.Options.HasFlag(RegexOptions.NonBacktracking);
    }

    /// <summary>What a value should be, for findings.</summary>
    public string Expected { get; }

    /// <summary>Whether <see cref="Matches"/> may throw, because the pattern is not one for linear time.</summary>
    public bool MayTakeLong { get; }

    /// <summary>True for a value that has the pattern.</summary>
    /// <exception cref="RegexMatchTimeoutException">There was no answer within a second.</exception>
    public bool Matches(ReadOnlySpan<char> text) => _regex.IsMatch(text);

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
