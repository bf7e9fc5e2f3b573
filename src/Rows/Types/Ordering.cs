namespace Slipstream.Rows.Types;

/// <summary>Decides between two values of a type.</summary>
public static class Ordering
{
    /// <summary>Negative, zero or positive, for two values of the same order.</summary>
    public static int OfTied(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, TieBreak ties) => ties switch
    {
        TieBreak.None => 0,
        TieBreak.Text => left.SequenceCompareTo(right),
        TieBreak.Number => NumberText.TryParse(left, out var one) && NumberText.TryParse(right, out var other) ? one.CompareTo(other) : 0,
        _ => throw new ArgumentOutOfRangeException(nameof(ties), ties, "Unknown way to decide."),
    };
}
