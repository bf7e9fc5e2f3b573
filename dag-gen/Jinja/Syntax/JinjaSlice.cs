namespace Slipstream.DagGen.Jinja.Syntax;

/// <summary>The bounds between the brackets of a subscript.</summary>
internal sealed record JinjaSlice(JinjaExpression? Start, JinjaExpression? Stop, JinjaExpression? Step) : JinjaExpression
{
    public override IEnumerable<JinjaExpression> Children => new[] { Start, Stop, Step }.OfType<JinjaExpression>();

    public override string ToString() => $"{Start}:{Stop}:{Step}";
}
