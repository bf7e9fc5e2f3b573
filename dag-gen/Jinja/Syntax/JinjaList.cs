namespace Slipstream.DagGen.Jinja.Syntax;

/// <summary>A list: <c>[a, b]</c>.</summary>
internal sealed record JinjaList(IReadOnlyList<JinjaExpression> Items) : JinjaExpression
{
    public override IEnumerable<JinjaExpression> Children => Items;

    public override string ToString() => $"[{string.Join(", ", Items)}]";
}
