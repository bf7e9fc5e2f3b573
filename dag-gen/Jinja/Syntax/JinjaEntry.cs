namespace Slipstream.DagGen.Jinja.Syntax;

/// <summary>An entry of a dictionary.</summary>
internal sealed record JinjaEntry(JinjaExpression Key, JinjaExpression Value)
{
    public override string ToString() => $"{Key}: {Value}";
}
