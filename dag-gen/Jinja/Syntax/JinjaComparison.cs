namespace Slipstream.DagGen.Jinja.Syntax;

/// <summary>A comparison, or a chain of them: <c>0 &lt; a &lt; 10</c>.</summary>
internal sealed record JinjaComparison(JinjaExpression First, IReadOnlyList<JinjaComparand> Others) : JinjaExpression
{
    public override IEnumerable<JinjaExpression> Children => [First, .. Others.Select(other => other.Value)];

    public override string ToString() => $"({First}{string.Concat(Others)})";
}
