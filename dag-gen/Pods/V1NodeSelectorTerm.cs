namespace Slipstream.DagGen.Pods;

/// <summary>Requirements that a node must all meet.</summary>
internal sealed record V1NodeSelectorTerm(IReadOnlyList<V1NodeSelectorRequirement> MatchExpressions);
