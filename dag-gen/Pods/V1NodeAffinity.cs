namespace Slipstream.DagGen.Pods;

/// <summary>Which nodes a pod may go to.</summary>
internal sealed record V1NodeAffinity(V1NodeSelector RequiredDuringSchedulingIgnoredDuringExecution);
