using System.Text;

namespace Slipstream.Rows;

/// <summary>The length of texts in characters.</summary>
public static class TextLength
{
    /// <summary>Unicode code points of valid UTF-8: bytes that do not continue a character.</summary>
    public static int Of(ReadOnlySpan<byte> text)
    {
        if (Ascii.IsValid(text))
        {
            return text.Length;
        }

        var count = 0;
        foreach (var c in text)
        {
            count += (c & 0xc0) != 0x80 ? 1 : 0;
        }

        return count;
    }
}
