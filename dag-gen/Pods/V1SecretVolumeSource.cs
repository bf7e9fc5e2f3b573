namespace Slipstream.DagGen.Pods;

/// <summary>The keys of a secret as files.</summary>
internal sealed record V1SecretVolumeSource(string SecretName);
