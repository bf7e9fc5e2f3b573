namespace Slipstream.DagGen.Pods;

/// <summary>What a pod consists of, and where and as whom it runs.</summary>
internal sealed record V1PodSpec
{
    public string? ServiceAccountName { get; init; }

    public required string RestartPolicy { get; init; }

    public long? ActiveDeadlineSeconds { get; init; }

    public required bool HostNetwork { get; init; }

    public required V1PodSecurityContext SecurityContext { get; init; }

    public IReadOnlyDictionary<string, string>? NodeSelector { get; init; }

    public V1Affinity? Affinity { get; init; }

    public IReadOnlyList<V1Toleration>? Tolerations { get; init; }

    public required IReadOnlyList<V1Container> Containers { get; init; }

    public IReadOnlyList<V1Volume>? Volumes { get; init; }
}
