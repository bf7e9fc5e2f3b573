namespace Slipstream.DagGen.Pods;

/// <summary>A taint of nodes that a pod puts up with.</summary>
internal sealed record V1Toleration
{
    public required string Key { get; init; }

    public required string Operator { get; init; }

    public string? Value { get; init; }

    public string? Effect { get; init; }

    public long? TolerationSeconds { get; init; }
}
