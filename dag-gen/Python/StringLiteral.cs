using System.Globalization;
using System.Text;

namespace Slipstream.DagGen.Python;

/// <summary>
/// Writes any text as a Python string literal, and is the only place that does. The literal is ASCII, so that nothing
/// invisible hides in a DAG, and its quotes are those that black prefers: double ones, unless single ones save escapes.
/// </summary>
internal static class StringLiteral
{
    /// <summary>The literal of a text.</summary>
    /// <exception cref="ArgumentException">The text holds half of a surrogate pair, which is no character.</exception>
    public static string Of(string text) => Quoted(text, QuoteFor(text));

    /// <summary>The quote that needs fewer escapes in a text.</summary>
    public static char QuoteFor(string text) => text.Count(c => c == '"') > text.Count(c => c == '\'') ? '\'' : '"';

    /// <summary>A text as it stands between quotes.</summary>
    /// <exception cref="ArgumentException">The text holds half of a surrogate pair, which is no character.</exception>
    public static string Escaped(string text, char quote)
    {
        if (text.All(c => c is >= ' ' and <= '~' and not '\\' && c != quote))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                throw new ArgumentException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The text holds a lone surrogate, U+{(int)text[i]:X4} at position {i}. It is no character: remove it."));
            }

            escaped.Append(Escaped(rune, quote));
            i += rune.Utf16SequenceLength - 1;
        }

        return escaped.ToString();
    }

    private static string Quoted(string text, char quote) => $"{quote}{Escaped(text, quote)}{quote}";

    private static string Escaped(Rune rune, char quote) => rune.Value switch
    {
        '\\' => @"\\",
        '\n' => @"\n",
        '\r' => @"\r",
        '\t' => @"\t",
        var value when value == quote => $"\\{quote}",
        >= ' ' and <= '~' => rune.ToString(),
        <= 0xFF => string.Create(CultureInfo.InvariantCulture, $"\\x{rune.Value:x2}"),
        <= 0xFFFF => string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}"),
    };
}
