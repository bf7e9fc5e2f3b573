using System.Globalization;
using System.Text;

namespace Slipstream.DagGen.Jinja.Parsing;

/// <summary>Reads a text between quotes as Python does.</summary>
internal static class StringEscapes
{
    /// <summary>The text that begins with the quote at a position, and the position behind its last quote.</summary>
    /// <exception cref="JinjaException">It has no last quote, or an escape that Python refuses.</exception>
    public static string Read(string source, int start, out int end)
    {
        var text = new StringBuilder();
        end = start + 1;
        while (end < source.Length && source[end] != source[start])
        {
            if (source[end] == '\\' && end + 1 < source.Length)
            {
                text.Append(Escape(source, end, out end));
            }
            else
            {
                text.Append(source[end++]);
            }
        }

        return end++ < source.Length ? text.ToString() : throw JinjaException.Unclosed(source, start, source[start].ToString(), source[start].ToString());
    }

    private static string Escape(string source, int backslash, out int end)
    {
        var letter = source[backslash + 1];
        end = backslash + 2;
        return letter switch
        {
            '\n' => string.Empty,
            '\\' or '\'' or '"' => letter.ToString(),
            'a' => "\a",
            'b' => "\b",
            'f' => "\f",
            'n' => "\n",
            'r' => "\r",
            't' => "\t",
            'v' => "\v",
            'x' => Code(source, backslash, 2, out end),
            'u' => Code(source, backslash, 4, out end),
            'U' => Code(source, backslash, 8, out end),
            'N' => throw JinjaException.WrongEscape(source, backslash, "Write the character itself, or its number behind '\\u'."),
            >= '0' and <= '7' => Octal(source, backslash, out end),
            _ => $"\\{letter}",
        };
    }

    private static string Code(string source, int backslash, int digits, out int end)
    {
        end = backslash + 2 + digits;
        var text = source.AsSpan(backslash + 2, Math.Min(digits, source.Length - backslash - 2));
        var isNumber = int.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code);
        return !isNumber || text.Length < digits || code is < 0 or > 0x10FFFF
            ? throw JinjaException.WrongEscape(source, backslash, $"Write {digits} hexadecimal digits, at most 0010ffff.")
            : code > char.MaxValue ? char.ConvertFromUtf32(code) : ((char)code).ToString();
    }

    private static string Octal(string source, int backslash, out int end)
    {
        var code = 0;
        for (end = backslash + 1; end < source.Length && end < backslash + 4 && source[end] is >= '0' and <= '7'; end++)
        {
            code = (code * 8) + (source[end] - '0');
        }

        return ((char)code).ToString();
    }
}
