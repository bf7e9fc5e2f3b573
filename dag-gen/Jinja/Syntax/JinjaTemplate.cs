namespace Slipstream.DagGen.Jinja.Syntax;

/// <summary>A whole template.</summary>
internal sealed record JinjaTemplate(IReadOnlyList<JinjaNode> Nodes)
{
    public override string ToString() => string.Concat(Nodes);
}
