namespace Slipstream.DagGen.Jinja.Syntax;

/// <summary>A condition, and what is written where it holds.</summary>
internal sealed record JinjaBranch(JinjaExpression Condition, IReadOnlyList<JinjaNode> Body);
