using Slipstream.DagGen.Model;
using Slipstream.DagGen.Tests.Support;

namespace Slipstream.DagGen.Tests.Pods;

/// <summary>Pipelines whose pods have all that a pod can have.</summary>
internal static class SomePods
{
    /// <summary>A stage, a foreign image with everything, and one with nothing.</summary>
    public static Dag Everything() => Some.Dag(
        Some.Extract("extract", "say \"it's\" \\ { nothing } \n and \u2028 \U0001F680"),
        Full(),
        new ContainerTask
        {
            Id = "bare",
            ImageReference = new ImageReference("registry.example.com/tools/bare:v1.0.0"),
            Identity = Identity.Kube2Iam("some_role"),
            Group = "inner",
        }) with
    {
        Id = "everything",
        Schedule = new CronSchedule("0 6 * * 1", "Europe/London"),
        TaskTimeout = TimeSpan.FromMinutes(90),
        Groups = [new TaskGroup("outer"), new TaskGroup("inner", Parent: "outer")],
        Edges = [new Edge("extract", "full")],
        Pod = new PodSettings
        {
            Namespace = "data",
            InCluster = false,
            Labels = [new Label("app", "everything"), new Label("team", "data")],
            Annotations = [new Annotation("example.com/owner", "data: engineering")],
        },
    };

    private static ContainerTask Full() => new()
    {
        Id = "full",
        ImageReference = new ImageReference("registry.example.com/tools/full@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"),
        EnvironmentVariables =
        [
            new TaskVariable("MODE", TemplatedText.Template("{{ params.mode }}")),
            new TaskVariable("DAY", TemplatedText.SnapshotDate),
            new TaskVariable("YES", "yes"),
            new TaskVariable("NUMBER", "012"),
            new TaskVariable("EMPTY", string.Empty),
        ],
        Command = ["python3", "-c"],
        Arguments = ["print('# no comment: - no list')\nprint(\"two\")", TemplatedText.Template("{{ run_id }}")],
        Timeout = TimeSpan.FromMinutes(10),
        PushesXCom = true,
        Identity = Identity.PodIdentity("some-account"),
        Resources = new Resources { Cpu = "2", Memory = "4Gi", CpuLimit = "3", MemoryLimit = "5Gi", Gpu = 1 },
        Secrets = [Secret.AsVariable("PASSWORD", "some-secret", "password"), Secret.AsFiles("/etc/keys", "other-secret")],
        Volumes =
        [
            new EmptyDirVolume("scratch"),
            new ConfigMapVolume("settings", "some-settings"),
            new ClaimVolume("store", "some-claim"),
            new SecretVolume("certificates", "some-certificates"),
        ],
        VolumeMounts =
        [
            new VolumeMount("scratch", "/scratch"),
            new VolumeMount("settings", "/etc/settings") { ReadOnly = true },
            new VolumeMount("store", "/store") { SubPath = "here" },
            new VolumeMount("certificates", "/etc/certificates"),
        ],
        Tolerations =
        [
            new Toleration("spot"),
            new Toleration("gpu", "yes", TaintEffect.NoSchedule),
            new Toleration("slow", Effect: TaintEffect.NoExecute) { For = TimeSpan.FromMinutes(5) },
        ],
        NodeSelector = [new Label("kubernetes.io/arch", "amd64")],
        Affinity = [new NodeRequirement("zone", NodeOperator.In, "a", "b"), new NodeRequirement("gpu", NodeOperator.Exists)],
        PodSecurity = new PodSecurity { RunAsNonRoot = false, UserId = 0, GroupId = 0, FileGroupId = 2000 },
        ContainerSecurity = new ContainerSecurity { ReadOnlyRootFilesystem = false, AddedCapabilities = ["NET_ADMIN"] },
        Labels = [new Label("team", "another")],
        Annotations = [new Annotation("example.com/note", "it's 10%")],
    };
}
