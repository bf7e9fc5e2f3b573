namespace Slipstream.DagGen.Pods;

/// <summary>A volume, by one of its sources.</summary>
internal sealed record V1Volume
{
    public required string Name { get; init; }

    public V1EmptyDirVolumeSource? EmptyDir { get; init; }

    public V1ConfigMapVolumeSource? ConfigMap { get; init; }

    public V1PersistentVolumeClaimVolumeSource? PersistentVolumeClaim { get; init; }

    public V1SecretVolumeSource? Secret { get; init; }
}
