namespace Slipstream.DagGen.Model;

/// <summary>A Kubernetes label.</summary>
internal sealed record Label(string Key, string Value);
