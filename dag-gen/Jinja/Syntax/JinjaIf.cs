namespace Slipstream.DagGen.Jinja.Syntax;

/// <summary><c>{% if %}</c>, its <c>elif</c> and its <c>else</c>.</summary>
internal sealed record JinjaIf(IReadOnlyList<JinjaBranch> Branches, IReadOnlyList<JinjaNode> Else) : JinjaNode
{
    public override string ToString()
    {
        var branches = Branches.Select((branch, place) => $"{{% {(place == 0 ? "if" : "elif")} {branch.Condition} %}}{string.Concat(branch.Body)}");
        var otherwise = Else.Count == 0 ? string.Empty : $"{{% else %}}{string.Concat(Else)}";
        return $"{string.Concat(branches)}{otherwise}{{% endif %}}";
    }
}
