using Slipstream.DagGen.Model;
using Slipstream.DagGen.Python;

namespace Slipstream.DagGen.Airflow;

/// <summary>Volumes, where they are mounted, and secrets. Every pod has the work volume.</summary>
internal static class Storage
{
    public static PyList Volumes(PodSettings pod, IReadOnlyList<Volume> others) =>
        new([.. others.Prepend(new EmptyDirVolume(PodSettings.WorkVolume, pod.WorkVolumeSize)).Select(Volume)]);

    public static PyList Mounts(IReadOnlyList<VolumeMount> others) =>
        new([.. others.Prepend(new VolumeMount(PodSettings.WorkVolume, PodSettings.WorkFolder)).Select(Mount)]);

    public static PyCall Secret(Secret secret)
    {
        IReadOnlyList<string> arguments = secret switch
        {
            VariableSecret variable => ["env", variable.Variable, variable.Name, variable.Key],
            FileSecret file => ["volume", file.Folder, file.Name],
            _ => throw new InvalidOperationException($"No arguments are known for '{secret.GetType().Name}'."),
        };
        return new PyCall(Names.Secret, [.. arguments.Select(argument => PyItem.Positional(new PyString(argument)))]);
    }

    private static PyCall Volume(Volume volume) => Kubernetes.Object("V1Volume", ("name", new PyString(volume.Name)), Source(volume));

    private static (string Name, PyExpression Value) Source(Volume volume) => volume switch
    {
        EmptyDirVolume { SizeLimit: null } => ("empty_dir", Kubernetes.Object("V1EmptyDirVolumeSource")),
        EmptyDirVolume { SizeLimit: { } size } => ("empty_dir", Kubernetes.Object("V1EmptyDirVolumeSource", ("size_limit", new PyString(size)))),
        ConfigMapVolume map => ("config_map", Kubernetes.Object("V1ConfigMapVolumeSource", ("name", new PyString(map.ConfigMap)))),
        ClaimVolume claim => ("persistent_volume_claim", Kubernetes.Object(
            "V1PersistentVolumeClaimVolumeSource", ("claim_name", new PyString(claim.Claim)))),
        SecretVolume secret => ("secret", Kubernetes.Object("V1SecretVolumeSource", ("secret_name", new PyString(secret.SecretName)))),
        _ => throw new InvalidOperationException($"No source is known for '{volume.GetType().Name}'."),
    };

    private static PyCall Mount(VolumeMount mount) => Kubernetes.Object("V1VolumeMount",
    [
        ("name", new PyString(mount.Volume)),
        ("mount_path", new PyString(mount.Path)),
        .. mount.SubPath is { } path ? [("sub_path", new PyString(path))] : Array.Empty<(string, PyExpression)>(),
        .. mount.ReadOnly ? [("read_only", PyExpression.True)] : Array.Empty<(string, PyExpression)>(),
    ]);
}
