namespace Slipstream.DagGen.Pods;

/// <summary>What a container asks for, and the most that it gets.</summary>
internal sealed record V1ResourceRequirements(IReadOnlyDictionary<string, string> Requests, IReadOnlyDictionary<string, string>? Limits);
