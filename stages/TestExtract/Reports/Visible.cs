using System.Globalization;
using System.Text;

namespace Slipstream.Stages.TestExtract.Reports;

/// <summary>
/// Text of unknown origin on one line: what cannot be seen, or would turn or break the line around it, stands as an escape
/// such as <c>\n</c> or <c>\u202E</c>.
/// </summary>
internal static class Visible
{
    private const char Joiner = '\u200D';

    public static string Of(string text)
    {
        if (text.All(letter => letter is >= ' ' and <= '~'))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length);
        var before = default(Rune);
        for (var i = 0; i < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                visible.Append(Escape(text[i++]));
                continue;
            }

            // Emoji are glued together of several.
            var isGlue = rune.Value == Joiner && Rune.GetUnicodeCategory(before) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol;
            visible.Append(IsSeen(rune) || isGlue ? rune.ToString() : Escape(rune));
            before = rune.Value == 0xFE0F ? before : rune;
            i += rune.Utf16SequenceLength;
        }

        return visible.ToString();
    }

    /// <summary>The same, cut to a length, with what was left out said.</summary>
    public static string Shortened(string text, int most)
    {
        if (text.Length <= most)
        {
            return Of(text);
        }

        var cut = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return string.Create(CultureInfo.InvariantCulture, $"{Of(text[..cut])}… ({text.Length:N0} characters)");
    }

    private static bool IsSeen(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate);

    private static string Escape(Rune rune) => rune.IsBmp
        ? Escape((char)rune.Value)
        : string.Create(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}");

    private static string Escape(char letter) => letter switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}"),
    };
}
