namespace Slipstream.DagGen.Pods;

/// <summary>A variable: its value, or where that comes from.</summary>
internal sealed record V1EnvVar(string Name, string? Value, V1EnvVarSource? ValueFrom);
