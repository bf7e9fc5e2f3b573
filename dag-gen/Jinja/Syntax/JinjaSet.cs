namespace Slipstream.DagGen.Jinja.Syntax;

/// <summary><c>{% set a = b %}</c>.</summary>
internal sealed record JinjaSet(IReadOnlyList<string> Names, JinjaExpression Value) : JinjaNode
{
    public override string ToString() => $"{{% set {string.Join(", ", Names)} = {Value} %}}";
}
