namespace Slipstream.DagGen.Jinja.Syntax;

/// <summary>An attribute: <c>dag_run.conf</c>. Where there is none, Jinja looks for an item of that name.</summary>
internal sealed record JinjaAttribute(JinjaExpression Target, string Name) : JinjaExpression
{
    public override IEnumerable<JinjaExpression> Children => [Target];

    public override string ToString() => $"({Target}).{Name}";
}
