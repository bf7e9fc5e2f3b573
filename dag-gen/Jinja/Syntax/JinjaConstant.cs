namespace Slipstream.DagGen.Jinja.Syntax;

/// <summary><c>true</c>, <c>false</c> or, as null, <c>none</c>.</summary>
internal sealed record JinjaConstant(bool? Value) : JinjaExpression
{
    public override IEnumerable<JinjaExpression> Children => [];

    public override string ToString() => Value switch { true => "true", false => "false", null => "none" };
}
