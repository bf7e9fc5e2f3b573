namespace Slipstream.DagGen.Jinja.Syntax;

/// <summary>A name that is looked up.</summary>
internal sealed record JinjaName(string Name) : JinjaExpression
{
    public override IEnumerable<JinjaExpression> Children => [];

    public override string ToString() => Name;
}
