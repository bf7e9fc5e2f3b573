using System.Buffers.Text;
using System.Runtime.CompilerServices;
using Slipstream.Metadata.Types;

namespace Slipstream.Rows.Types;

/// <summary>A floating-point number: anything that does not become infinite.</summary>
public sealed class FloatTypeRule(SimpleKind width) : TypeRule
{
    // Up to here a double holds every whole number, and so every quotient by an exact power of ten is the nearest double.
    private const ulong MostExact = 1UL << 53;
    private const int SafeDigits = 18;

    private static readonly double[] Powers =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    ];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override bool TryRead(CellKind kind, ReadOnlySpan<byte> text, out ulong order)
    {
        var isOfType = TryValue(kind, text, out var value);
        order = isOfType ? OrderOf(value) : 0;
        return isOfType;
    }

    /// <summary>The nearest number that the type holds, if there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryValue(CellKind kind, ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        if (kind is not (CellKind.Number or CellKind.Plain) || !TryParse(text, out value))
        {
            return false;
        }

        if (width != SimpleKind.Double)
        {
            value = width == SimpleKind.Half ? (double)ToHalf(text, value) : ToSingle(text);
        }

        return double.IsFinite(value);
    }

    // Flipped so that the bits order as the numbers do; zero has one order, whatever its sign.
    private static ulong OrderOf(double value)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value + 0.0);
        return (bits >> 63) != 0 ? ~bits : bits | 1UL << 63;
    }

    // Straight from the text: a double in between would round twice.
    private static float ToSingle(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out float value, out _) ? value : float.PositiveInfinity;

    private static Half ToHalf(ReadOnlySpan<byte> text, double value) =>
        Half.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var half)
            ? half
            : (Half)value;

    private static bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        if (TryParseShort(text, out value))
        {
            return true;
        }

        // The grammar first: the parser takes more.
        return NumberText.TryParse(text, out _) && Utf8Parser.TryParse(text, out value, out var read) && read == text.Length;
    }

    // Few digits and no exponent, as nearly all are written; gives up where it is not sure.
    private static bool TryParseShort(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        var isNegative = text is [(byte)'-', ..];
        var digits = isNegative ? text[1..] : text;
        if (digits.Length is 0 or > SafeDigits || (digits.Length > 1 && digits[0] == '0' && digits[1] != '.'))
        {
            return false;
        }

        var (sum, point) = (0UL, -1);
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = (uint)(digits[i] - '0');
            if (digit <= 9)
            {
                sum = sum * 10 + digit;
            }
            else if (digits[i] == '.' && point < 0 && i > 0 && i < digits.Length - 1)
            {
                point = i;
            }
            else
            {
                return false;
            }
        }

        value = point < 0 ? sum : sum / Powers[digits.Length - 1 - point];
        value = isNegative ? -value : value;
        return sum <= MostExact;
    }
}
