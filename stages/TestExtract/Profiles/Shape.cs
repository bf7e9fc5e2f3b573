using System.Runtime.CompilerServices;
using System.Text;

namespace Slipstream.Stages.TestExtract.Profiles;

/// <summary>The form of a value: 'A' for an upper-case letter, 'a' for any other, '9' for a digit, the rest as it is.</summary>
internal static class Shape
{
    /// <summary>No shape is longer; what is, ends with an ellipsis.</summary>
    public const int MostBytes = 64;

    // A run of more shows as eight and a plus.
    private const int LongestRun = 8;
    private const int MostRuneBytes = 4;

    private static ReadOnlySpan<byte> Ellipsis => "…"u8;

    /// <summary>Writes the shape of a text and gives its length in bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Write(ReadOnlySpan<byte> text, Span<byte> target)
    {
        var (length, run) = (0, 0);
        Rune last = default;
        while (!text.IsEmpty)
        {
            var symbol = Next(ref text);
            run = symbol == last ? run + 1 : 1;
            last = symbol;
            if (run > LongestRun + 1)
            {
                continue;
            }

            if (length > MostBytes - Ellipsis.Length - MostRuneBytes)
            {
                Ellipsis.CopyTo(target[length..]);
                return length + Ellipsis.Length;
            }

            length += (run > LongestRun ? new Rune('+') : symbol).EncodeToUtf8(target[length..]);
        }

        return length;
    }

    private static Rune Next(ref ReadOnlySpan<byte> text)
    {
        var c = text[0];
        if (c < 0x80)
        {
            text = text[1..];
            return new Rune(OfAscii((char)c));
        }

        Rune.DecodeFromUtf8(text, out var rune, out var count);
        text = text[count..];
        return Rune.IsUpper(rune) ? new Rune('A') : Rune.IsLetter(rune) ? new Rune('a') : Rune.IsDigit(rune) ? new Rune('9') : rune;
    }

    private static char OfAscii(char c) => c switch
    {
        >= '0' and <= '9' => '9',
        >= 'A' and <= 'Z' => 'A',
        >= 'a' and <= 'z' => 'a',
        < ' ' or '\x7f' => ' ',
        _ => c,
    };
}
