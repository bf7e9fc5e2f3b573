using System.Text;

namespace Slipstream.Rows;

/// <summary>Values in findings: short, on one line, or not at all.</summary>
public static class Shown
{
    private const int Most = 100;

    // No character has more bytes.
    private const int MostBytes = (Most + 1) * 4;

    /// <summary>The start of a text; what is no UTF-8 in it shows as U+FFFD, what would break the line as a space.</summary>
    public static string Of(ReadOnlySpan<byte> text)
    {
        var start = Encoding.UTF8.GetString(text[..Math.Min(text.Length, MostBytes)]);
        return start.Length > Most || text.Length > MostBytes ? OneLine(start[..CutAt(start)]) + "…" : OneLine(start);
    }

    /// <summary>A value as it stands in its row: a text of JSON in quotes.</summary>
    public static string Of(CellKind kind, ReadOnlySpan<byte> text) => kind is CellKind.Text or CellKind.NoText ? $"\"{Of(text)}\"" : Of(text);

    /// <summary>The start of a text, on one line.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>In place of a value that nobody may see.</summary>
    public static string Hidden(ReadOnlySpan<byte> text) => $"a hidden value of {TextLength.Of(text)} characters";

    /// <summary>In place of a row that holds values that nobody may see.</summary>
    public static string HiddenRow(int length) => $"a row of {length} bytes with hidden values";

    private static int CutAt(string text)
    {
        var cut = Math.Min(Most, text.Length);
        return char.IsHighSurrogate(text[cut - 1]) ? cut - 1 : cut;
    }

    private static string OneLine(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;
}
