namespace Slipstream.DagGen.Pods;

/// <summary>What a pod is called and found by.</summary>
internal sealed record V1ObjectMeta
{
    public required string Name { get; init; }

    public required string Namespace { get; init; }

    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    public IReadOnlyDictionary<string, string>? Annotations { get; init; }
}
