namespace Slipstream.DagGen.Model;

/// <summary>A Kubernetes annotation.</summary>
internal sealed record Annotation(string Key, string Value);
