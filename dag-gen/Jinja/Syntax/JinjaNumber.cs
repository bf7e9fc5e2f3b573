namespace Slipstream.DagGen.Jinja.Syntax;

/// <summary>A number, as it is written.</summary>
internal sealed record JinjaNumber(string Digits) : JinjaExpression
{
    public override IEnumerable<JinjaExpression> Children => [];

    public override string ToString() => Digits;
}
