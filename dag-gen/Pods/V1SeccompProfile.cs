namespace Slipstream.DagGen.Pods;

/// <summary>Which system calls are allowed.</summary>
internal sealed record V1SeccompProfile(string Type);
