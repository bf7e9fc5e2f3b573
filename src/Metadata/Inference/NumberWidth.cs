using System.Buffers.Text;
using Slipstream.Metadata.Types;

namespace Slipstream.Metadata.Inference;

/// <summary>How many digits numbers have, and whether whole ones fit 32 and 64 bits.</summary>
/// <param name="Whole">The most digits before the point, without leading zeros.</param>
/// <param name="Fraction">The most digits behind the point.</param>
/// <param name="NeedsLong">Whether a whole number needs more than 32 bits.</param>
/// <param name="NeedsMore">Whether a whole number needs more than 64 bits.</param>
internal readonly record struct NumberWidth(byte Whole, byte Fraction, bool NeedsLong, bool NeedsMore)
{
    private const int MostDigits = 38;

    // A double gives back every decimal of so many digits.
    private const int DigitsOfDouble = 15;

    /// <summary>Whether a decimal has so many digits.</summary>
    public bool FitsDecimal => Whole + Fraction <= MostDigits;

    /// <summary>The width of a number as JSON writes it; null where it has an exponent or too many digits.</summary>
    public static NumberWidth? Of(ReadOnlySpan<byte> number)
    {
        var digits = number[(number[0] == '-' ? 1 : 0)..];
        var point = digits.IndexOf((byte)'.');
        var whole = (point < 0 ? digits : digits[..point]).TrimStart((byte)'0').Length;
        var fraction = point < 0 ? 0 : digits.Length - point - 1;
        if (digits.IndexOfAny((byte)'e', (byte)'E') >= 0 || whole + fraction > MostDigits)
        {
            return null;
        }

        if (point >= 0)
        {
            return new NumberWidth((byte)whole, (byte)fraction, false, false);
        }

        var fitsLong = Utf8Parser.TryParse(number, out long value, out var read) && read == number.Length;
        return new NumberWidth((byte)whole, 0, !fitsLong || value is < int.MinValue or > int.MaxValue, !fitsLong);
    }

    public static NumberWidth Join(NumberWidth left, NumberWidth right) => new(
        Math.Max(left.Whole, right.Whole), Math.Max(left.Fraction, right.Fraction), left.NeedsLong || right.NeedsLong, left.NeedsMore || right.NeedsMore);

    public ColumnType ToColumnType() => this switch
    {
        { Fraction: > 0 } when Whole + Fraction <= DigitsOfDouble => new SimpleType(SimpleKind.Double),
        { Fraction: > 0 } => new DecimalType(Whole + Fraction, Fraction),
        { NeedsMore: true } => new DecimalType(Whole, 0),
        { NeedsLong: true } => new SimpleType(SimpleKind.Long),
        _ => new SimpleType(SimpleKind.Int),
    };
}
