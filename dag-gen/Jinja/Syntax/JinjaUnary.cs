namespace Slipstream.DagGen.Jinja.Syntax;

/// <summary><c>not</c>, <c>-</c> or <c>+</c> before its operand.</summary>
internal sealed record JinjaUnary(string Operator, JinjaExpression Operand) : JinjaExpression
{
    public override IEnumerable<JinjaExpression> Children => [Operand];

    public override string ToString() => $"({Operator} {Operand})";
}
