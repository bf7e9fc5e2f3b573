using Slipstream.Metadata.Types;

namespace Slipstream.Rows.Types;

/// <summary>
/// An exact number, by its digits as written: a double in between would lose some. Zeros at the ends do not count, and an
/// exponent moves the point: 1.50e2 is 150.
/// </summary>
public sealed class DecimalTypeRule(DecimalType type) : TypeRule
{
    // So many leading digits, and where the point is, fit into an order.
    private const int OrderDigits = 16;
    private const ulong Middle = 1UL << 63;
    private const ulong Step = 10_000_000_000_000_000;

    /// <inheritdoc/>
    public override TieBreak Ties => TieBreak.Number;

    /// <inheritdoc/>
    public override bool TryRead(CellKind kind, ReadOnlySpan<byte> text, out ulong order)
    {
        order = 0;
        if (!TryParse(kind, text, out var number))
        {
            return false;
        }

        var size = number.IsZero ? 0 : (ulong)(number.Point + type.Scale) * Step + number.Leading(OrderDigits);
        order = number.IsNegative ? Middle - size : Middle + size;
        return true;
    }

    /// <summary>All digits, as many behind the point as the type has, as one whole number; if it is of the type.</summary>
    public bool TryValue(CellKind kind, ReadOnlySpan<byte> text, out Int128 digits)
    {
        var isOfType = TryParse(kind, text, out var number);
        digits = isOfType ? number.Scaled(type.Scale) : 0;
        return isOfType;
    }

    private bool TryParse(CellKind kind, ReadOnlySpan<byte> text, out NumberText number)
    {
        number = default;
        return kind is CellKind.Number or CellKind.Plain
            && NumberText.TryParse(text, out number)
            && number.Fits(type.Precision - type.Scale, type.Scale);
    }
}
