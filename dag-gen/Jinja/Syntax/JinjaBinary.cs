namespace Slipstream.DagGen.Jinja.Syntax;

/// <summary>Two operands and what is between them.</summary>
internal sealed record JinjaBinary(string Operator, JinjaExpression Left, JinjaExpression Right) : JinjaExpression
{
    public override IEnumerable<JinjaExpression> Children => [Left, Right];

    public override string ToString() => $"({Left} {Operator} {Right})";
}
