namespace Slipstream.DagGen.Pods;

/// <summary>Terms of which a node must meet one.</summary>
internal sealed record V1NodeSelector(IReadOnlyList<V1NodeSelectorTerm> NodeSelectorTerms);
