namespace Slipstream.DagGen.Pods;

/// <summary>Where the value of a variable comes from.</summary>
internal sealed record V1EnvVarSource(V1SecretKeySelector SecretKeyRef);
