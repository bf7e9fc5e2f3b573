namespace Slipstream.DagGen.Pods;

/// <summary>A persistent volume, by its claim.</summary>
internal sealed record V1PersistentVolumeClaimVolumeSource(string ClaimName);
