namespace Slipstream.DagGen.Pods;

/// <summary>Which nodes a pod may go to.</summary>
internal sealed record V1Affinity(V1NodeAffinity NodeAffinity);
