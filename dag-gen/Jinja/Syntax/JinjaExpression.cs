namespace Slipstream.DagGen.Jinja.Syntax;

/// <summary>An expression of a template. <c>ToString</c> writes it with every pair of brackets, so that two expressions are the same if their texts are.</summary>
internal abstract record JinjaExpression
{
    /// <summary>The expressions that it is made of, in the order of the text.</summary>
    public abstract IEnumerable<JinjaExpression> Children { get; }
}
