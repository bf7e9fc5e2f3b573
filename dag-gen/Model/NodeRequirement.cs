namespace Slipstream.DagGen.Model;

/// <summary>What a node's label must be for a pod to go there.</summary>
internal sealed record NodeRequirement(string Key, NodeOperator Operator, params IReadOnlyList<string> Values);
