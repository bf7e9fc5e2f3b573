namespace Slipstream.DagGen.Pods;

/// <summary>The entries of a config map as files.</summary>
internal sealed record V1ConfigMapVolumeSource(string Name);
