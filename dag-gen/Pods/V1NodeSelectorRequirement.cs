namespace Slipstream.DagGen.Pods;

/// <summary>What a node's label must be.</summary>
internal sealed record V1NodeSelectorRequirement(string Key, string Operator, IReadOnlyList<string>? Values);
