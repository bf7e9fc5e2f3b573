namespace Slipstream.DagGen.Pods;

/// <summary>An empty folder that goes with the pod.</summary>
internal sealed record V1EmptyDirVolumeSource(string? SizeLimit);
