using System.Globalization;
using System.Numerics;

namespace Slipstream.Metadata.Values;

/// <summary>A decimal number of any size: digits times a power of ten.</summary>
internal readonly record struct ExactNumber(BigInteger Digits, int Exponent) : IComparable<ExactNumber>
{
    // Beyond that no type of a column holds a number other than zero.
    private const int GreatestExponent = 1000;

    public static ExactNumber operator +(ExactNumber number, int whole) => number.Exponent >= 0
        ? new ExactNumber(number.At(0) + whole, 0)
        : new ExactNumber(number.Digits + (whole * BigInteger.Pow(10, -number.Exponent)), number.Exponent);

    public static bool operator <(ExactNumber left, ExactNumber right) => left.CompareTo(right) < 0;

    public static bool operator >(ExactNumber left, ExactNumber right) => left.CompareTo(right) > 0;

    public static bool operator <=(ExactNumber left, ExactNumber right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ExactNumber left, ExactNumber right) => left.CompareTo(right) >= 0;

    /// <summary>Reads what JSON calls a number.</summary>
    public static bool TryParse(string text, out ExactNumber number)
    {
        var mark = text.IndexOfAny(['e', 'E']);
        var mantissa = mark < 0 ? text : text[..mark];
        var exponent = 0;
        number = default;
        if (mark >= 0 && (!int.TryParse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
            || Math.Abs((long)exponent) > GreatestExponent))
        {
            return false;
        }

        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var fraction = point < 0 ? 0 : mantissa.Length - point - 1;
        if (!BigInteger.TryParse(mantissa.Replace(".", string.Empty, StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var digits))
        {
            return false;
        }

        number = new ExactNumber(digits, exponent - fraction);
        return true;
    }

    public int CompareTo(ExactNumber other)
    {
        var exponent = Math.Min(Exponent, other.Exponent);
        return At(exponent).CompareTo(other.At(exponent));
    }

    private BigInteger At(int exponent) => Digits * BigInteger.Pow(10, Exponent - exponent);
}
