using System.Runtime.CompilerServices;

namespace Slipstream.Rows.Types;

/// <summary>A whole number within a range, written without point and exponent.</summary>
public sealed class WholeTypeRule(Int128 least, Int128 most) : TypeRule
{
    // Of 18 digits all are below 2^63.
    private const int SafeDigits = 18;

    /// <summary>As two's complement of so many bits holds them.</summary>
    public static WholeTypeRule Signed(int bits) => new(-(Int128.One << (bits - 1)), (Int128.One << (bits - 1)) - 1);

    /// <summary>From zero to what so many bits hold.</summary>
    public static WholeTypeRule Unsigned(int bits) => new(0, (Int128.One << bits) - 1);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override bool TryRead(CellKind kind, ReadOnlySpan<byte> text, out ulong order)
    {
        var isOfType = TryValue(kind, text, out var value);
        order = isOfType ? (ulong)(value - least) : 0;
        return isOfType;
    }

    /// <summary>The number, if it is of the type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryValue(CellKind kind, ReadOnlySpan<byte> text, out Int128 value)
    {
        value = 0;
        return kind is CellKind.Number or CellKind.Plain && TryParse(text, out value) && value >= least && value <= most;
    }

    private static bool TryParse(ReadOnlySpan<byte> text, out Int128 value)
    {
        value = 0;
        var isNegative = text is [(byte)'-', ..];
        var digits = isNegative ? text[1..] : text;
        if (digits.IsEmpty || (digits.Length > 1 && digits[0] == '0'))
        {
            return false;
        }

        return digits.Length <= SafeDigits ? TryParseShort(digits, isNegative, out value) : TryParseLong(digits, isNegative, out value);
    }

    private static bool TryParseShort(ReadOnlySpan<byte> digits, bool isNegative, out Int128 value)
    {
        var sum = 0L;
        foreach (var c in digits)
        {
            var digit = (uint)(c - '0');
            if (digit > 9)
            {
                value = 0;
                return false;
            }

            sum = sum * 10 + digit;
        }

        value = isNegative ? -sum : sum;
        return true;
    }

    private static bool TryParseLong(ReadOnlySpan<byte> digits, bool isNegative, out Int128 value)
    {
        value = 0;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit((char)c))
            {
                return false;
            }

            // Beyond every range it stays there.
            value = Int128.Min(value * 10 + (c - '0'), (Int128)ulong.MaxValue * 8);
        }

        value = isNegative ? -value : value;
        return true;
    }
}
