namespace Slipstream.DagGen.Jinja.Syntax;

/// <summary><c>{% set a %}…{% endset %}</c>.</summary>
internal sealed record JinjaSetBlock(string Name, IReadOnlyList<JinjaNode> Body) : JinjaNode
{
    public override string ToString() => $"{{% set {Name} %}}{string.Concat(Body)}{{% endset %}}";
}
