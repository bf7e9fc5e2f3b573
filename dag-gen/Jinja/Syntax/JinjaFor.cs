namespace Slipstream.DagGen.Jinja.Syntax;

/// <summary><c>{% for %}</c>: the names are set within the body only.</summary>
internal sealed record JinjaFor : JinjaNode
{
    public required IReadOnlyList<string> Names { get; init; }

    public required JinjaExpression Items { get; init; }

    public JinjaExpression? Condition { get; init; }

    public required IReadOnlyList<JinjaNode> Body { get; init; }

    public required IReadOnlyList<JinjaNode> Else { get; init; }

    public override string ToString()
    {
        var condition = Condition is null ? string.Empty : $" if {Condition}";
        var otherwise = Else.Count == 0 ? string.Empty : $"{{% else %}}{string.Concat(Else)}";
        return $"{{% for {string.Join(", ", Names)} in {Items}{condition} %}}{string.Concat(Body)}{otherwise}{{% endfor %}}";
    }
}
