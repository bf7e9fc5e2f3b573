namespace Slipstream.DagGen.Pods;

/// <summary>One key of a secret.</summary>
internal sealed record V1SecretKeySelector(string Name, string Key);
