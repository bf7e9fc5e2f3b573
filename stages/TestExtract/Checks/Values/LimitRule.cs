using System.Text;
using Slipstream.Metadata;
using Slipstream.Rows;
using Slipstream.Rows.Types;

namespace Slipstream.Stages.TestExtract.Checks.Values;

/// <summary>The least or the greatest value of a column, exactly: numbers by their digits, times by the calendar.</summary>
internal sealed class LimitRule : ValueRule
{
    private readonly int _side;
    private readonly bool _isExclusive;
    private readonly byte[] _limit;
    private readonly ulong _order;
    private readonly TieBreak _ties;

    private LimitRule(Rule rule, int side, Limit limit, TypeRule type)
        : base(rule, Words(rule, limit))
    {
        _side = side;
        _isExclusive = limit.IsExclusive;
        _limit = Encoding.UTF8.GetBytes(limit.Text);

        // A limit that is no value of the type, such as 0.5 for whole numbers, is compared digit by digit.
        IsValue = type.TryRead(CellKind.Plain, _limit, out _order);
        _ties = type.Ties;
    }

    private bool IsValue { get; }

    public static LimitRule Minimum(Limit limit, TypeRule type) => new(Rule.Minimum, 1, limit, type);

    public static LimitRule Maximum(Limit limit, TypeRule type) => new(Rule.Maximum, -1, limit, type);

    public override bool Allows(ReadOnlySpan<byte> text, ulong order)
    {
        var side = _side * Compare(text, order);
        return _isExclusive ? side > 0 : side >= 0;
    }

    private int Compare(ReadOnlySpan<byte> text, ulong order)
    {
        if (!IsValue)
        {
            return Numbers(text, _limit);
        }

        var rough = order.CompareTo(_order);
        return rough != 0 ? rough : Ordering.OfTied(text, _limit, _ties);
    }

    private static int Numbers(ReadOnlySpan<byte> text, ReadOnlySpan<byte> limit) =>
        NumberText.TryParse(text, out var value) && NumberText.TryParse(limit, out var bound) ? value.CompareTo(bound) : 0;

    private static string Words(Rule rule, Limit limit) => (rule, limit.IsExclusive) switch
    {
        (Rule.Minimum, false) => $"at least {limit.Text}",
        (Rule.Minimum, true) => $"more than {limit.Text}",
        (_, false) => $"at most {limit.Text}",
        (_, true) => $"less than {limit.Text}",
    };
}
