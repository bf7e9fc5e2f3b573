namespace Slipstream.DagGen.Jinja.Syntax;

/// <summary>A choice: <c>a if b else c</c>. Without an else it is nothing where the condition does not hold.</summary>
internal sealed record JinjaConditional(JinjaExpression Then, JinjaExpression Condition, JinjaExpression? Else) : JinjaExpression
{
    public override IEnumerable<JinjaExpression> Children => Else is null ? [Then, Condition] : [Then, Condition, Else];

    public override string ToString() => $"({Then} if {Condition}{(Else is null ? string.Empty : $" else {Else}")})";
}
