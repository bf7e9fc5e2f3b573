using System.Text.RegularExpressions;

namespace Slipstream.Metadata.Reading.Constraints;

/// <summary>The regular expression that a pattern and its scope make together.</summary>
internal static class PatternScopes
{
    public static Regex Compile(string pattern, PatternScope scope, TimeSpan timeout) =>
        new(scope == PatternScope.Whole ? $@"\A(?:{pattern})\z" : $@"\A(?:{pattern})", RegexOptions.CultureInvariant, timeout);
}
