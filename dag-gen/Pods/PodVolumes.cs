using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Pods;

/// <summary>A pod's volumes, and where its first container has them.</summary>
internal static class PodVolumes
{
    public static IReadOnlyList<V1Volume> Of(Dag dag, DagTask task) =>
    [
        .. task.PushesXCom ? [XComSidecar.Volume] : Array.Empty<V1Volume>(),
        Volume(new EmptyDirVolume(PodSettings.WorkVolume, dag.Pod.WorkVolumeSize)),
        .. task.Volumes.Select(Volume),
        .. task.Secrets.OfType<FileSecret>().Select(secret => new V1Volume
        {
            Name = Placeholder.SecretVolume,
            Secret = new V1SecretVolumeSource(secret.Name),
        }),
    ];

    public static IReadOnlyList<V1VolumeMount> MountsOf(DagTask task) =>
    [
        .. task.PushesXCom ? [XComSidecar.Mount] : Array.Empty<V1VolumeMount>(),
        Mount(new VolumeMount(PodSettings.WorkVolume, PodSettings.WorkFolder)),
        .. task.VolumeMounts.Select(Mount),
        .. task.Secrets.OfType<FileSecret>().Select(secret => Mount(new VolumeMount(Placeholder.SecretVolume, secret.Folder) { ReadOnly = true })),
    ];

    private static V1VolumeMount Mount(VolumeMount mount) => new()
    {
        Name = mount.Volume,
        MountPath = mount.Path,
        SubPath = mount.SubPath,
        ReadOnly = mount.ReadOnly ? true : null,
    };

    private static V1Volume Volume(Volume volume) => volume switch
    {
        EmptyDirVolume empty => new V1Volume { Name = volume.Name, EmptyDir = new V1EmptyDirVolumeSource(empty.SizeLimit) },
        ConfigMapVolume map => new V1Volume { Name = volume.Name, ConfigMap = new V1ConfigMapVolumeSource(map.ConfigMap) },
        ClaimVolume claim => new V1Volume { Name = volume.Name, PersistentVolumeClaim = new V1PersistentVolumeClaimVolumeSource(claim.Claim) },
        SecretVolume secret => new V1Volume { Name = volume.Name, Secret = new V1SecretVolumeSource(secret.SecretName) },
        _ => throw new ArgumentOutOfRangeException(nameof(volume), volume, "No source is known for this volume."),
    };
}
