using System.Globalization;
using System.Text;

namespace Slipstream.DagGen.Yaml;

/// <summary>Texts as YAML: plain where no reader of any version of YAML can take them for something else, in double quotes otherwise.</summary>
internal static class YamlScalar
{
    // YAML 1.1 reads these as truth values and nothing, in any case of letters.
    private static readonly string[] Words = ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"];

    public static string Of(string text) => IsPlain(text) ? text : Quoted(text);

    // It begins with a letter, so that it is no number and no date.
    private static bool IsPlain(string text) =>
        text is [var first, ..]
        && (char.IsAsciiLetter(first) || first == '/')
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or '+' or '=')
        && !text.EndsWith(':')
        && !Words.Contains(text, StringComparer.OrdinalIgnoreCase);

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            quoted.Append(Escaped(rune));
        }

        return quoted.Append('"').ToString();
    }

    private static string Escaped(Rune rune) => rune.Value switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ when IsShown(rune) => rune.ToString(),
        < 0x10000 => string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}"),
    };

    // Separators and what cannot be seen would be lost, or turn into something else.
    private static bool IsShown(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);
}
