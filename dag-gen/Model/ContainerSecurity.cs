namespace Slipstream.DagGen.Model;

/// <summary>What holds for a container; Kubernetes drops these without a word where they stand at the pod's level.</summary>
internal sealed record ContainerSecurity
{
    public bool ReadOnlyRootFilesystem { get; init; } = true;

    public bool AllowPrivilegeEscalation { get; init; }

    /// <summary>Linux capabilities that are taken away.</summary>
    public IReadOnlyList<string> DroppedCapabilities { get; init; } = ["ALL"];

    /// <summary>Linux capabilities that are given back.</summary>
    public IReadOnlyList<string> AddedCapabilities { get; init; } = [];
}
