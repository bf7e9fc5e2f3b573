namespace Slipstream.DagGen.Jinja.Syntax;

/// <summary>An expression whose value is written: <c>{{ ds }}</c>.</summary>
internal sealed record JinjaOutput(JinjaExpression Expression) : JinjaNode
{
    public override string ToString() => $"{{{{ {Expression} }}}}";
}
