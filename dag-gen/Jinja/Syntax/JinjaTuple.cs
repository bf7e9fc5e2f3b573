namespace Slipstream.DagGen.Jinja.Syntax;

/// <summary>A tuple: <c>(a, b)</c>.</summary>
internal sealed record JinjaTuple(IReadOnlyList<JinjaExpression> Items) : JinjaExpression
{
    public override IEnumerable<JinjaExpression> Children => Items;

    public override string ToString() => $"({string.Concat(Items.Select(item => $"{item}, "))})";
}
