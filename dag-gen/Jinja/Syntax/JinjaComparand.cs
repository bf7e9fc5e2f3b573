namespace Slipstream.DagGen.Jinja.Syntax;

/// <summary>What something is compared with, and how.</summary>
internal sealed record JinjaComparand(string Operator, JinjaExpression Value)
{
    public override string ToString() => $" {Operator} {Value}";
}
