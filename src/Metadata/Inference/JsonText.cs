namespace Slipstream.Metadata.Inference;

/// <summary>Tells JSON's numbers from other texts.</summary>
internal static class JsonText
{
    /// <summary>Whether the whole text is a number as JSON writes it: no leading zeros, which are those of a code.</summary>
    public static bool IsNumber(ReadOnlySpan<byte> text)
    {
        var rest = text[(text is [(byte)'-', ..] ? 1 : 0)..];
        var whole = Digits(rest);
        if (whole == 0 || (whole > 1 && rest[0] == '0'))
        {
            return false;
        }

        rest = rest[whole..];
        if (rest is [(byte)'.', ..])
        {
            var fraction = Digits(rest[1..]);
            if (fraction == 0)
            {
                return false;
            }

            rest = rest[(fraction + 1)..];
        }

        return rest.IsEmpty || IsExponent(rest);
    }

    private static bool IsExponent(ReadOnlySpan<byte> text)
    {
        if (text is not [(byte)'e' or (byte)'E', .. var rest])
        {
            return false;
        }

        var digits = rest[(rest is [(byte)'+' or (byte)'-', ..] ? 1 : 0)..];
        return !digits.IsEmpty && Digits(digits) == digits.Length;
    }

    private static int Digits(ReadOnlySpan<byte> text)
    {
        var count = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return count < 0 ? text.Length : count;
    }
}
