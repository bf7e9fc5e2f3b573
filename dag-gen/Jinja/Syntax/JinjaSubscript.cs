namespace Slipstream.DagGen.Jinja.Syntax;

/// <summary>An item: <c>params["table"]</c>, or several: <c>run_id[:8]</c>.</summary>
internal sealed record JinjaSubscript(JinjaExpression Target, JinjaExpression Index) : JinjaExpression
{
    public override IEnumerable<JinjaExpression> Children => [Target, Index];

    public override string ToString() => $"({Target})[{Index}]";
}
