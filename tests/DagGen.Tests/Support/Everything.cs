using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Tests.Support;

/// <summary>A pipeline that says all that a target can do.</summary>
internal static class Everything
{
    public static Dag For(Target target)
    {
        var is3 = target == Target.Airflow3;
        Asset prices = new("s3://example-curated/prices") { Name = is3 ? "prices" : null };
        return Some.Dag(Stage(), Container(prices, is3), Some.Task("reader"), Some.Task("teardown") with { Role = TaskRole.Teardown }) with
        {
            Id = "everything",
            Description = "All at once",
            Documentation = "All at once.",
            OwnerLinks = [new OwnerLink("data-engineering", "https://example.com/data-engineering")],
            Notifications = Notifications(is3),
            Tags = ["everything"],
            Schedule = new AssetSchedule(
                AssetCondition.Any(prices, AssetCondition.All(new Asset("s3://example-curated/a"), new Asset("s3://example-curated/b"))), "Europe/London"),
            EndDate = new DateOnly(2030, 1, 1),
            MaxActiveTasks = 4,
            FailFast = target != Target.Both,
            Params =
            [
                DagParam.Text("mode", "full", "How much.", "full", "part"),
                DagParam.Number("share", 0.25m, "Which part.", 0, 1),
                new DagParam { Name = "code", Type = ParamType.String, Default = "A1", Pattern = "^[A-Z][0-9]$" },
            ],
            SingleImage = true,
            Pod = new PodSettings { Labels = [new Label("app", "everything")], Annotations = [new Annotation("example.com/cost", "42")], XComSidecarImage = "registry.example.com/tools/sidecar:v1.0.0" },
            Groups = [new TaskGroup("outer", "Around"), new TaskGroup("inner", "Within", "outer")],
            Edges =
            [
                new Edge("run-curated", "any-image"), new Edge("any-image", "reader"), new Edge("run-curated", "teardown"), new Edge("reader", "teardown"),
            ],
        };
    }

    /// <summary>A pipeline of a cluster with kube2iam: a pipeline has its rights in one way only.</summary>
    public static Dag OfKube2Iam() => Some.Dag(Some.Task("by-annotation") with { Identity = Identity.Kube2Iam("example-role") }) with { Id = "kube2iam" };

    private static Notifications Notifications(bool is3) => new()
    {
        OnFailure =
        [
            is3 ? new EmailNotification(["a@example.com", "b@example.com"], "{{ ti.task_id }}", "<p>\"failed\"</p>") : Notification.Email("a@example.com"),
            Notification.Slack("#alerts", "{{ ti.task_id }} failed"),
        ],
        OnSuccess = [Notification.Slack("#news", "done", "slack_news")],
    };

    private static DagTask Stage() => Some.RunCurated() with
    {
        Role = TaskRole.Setup,
        Group = "outer",
        Retries = new RetryPolicy { Count = 5, Delay = TimeSpan.FromSeconds(30), MaxDelay = TimeSpan.FromMinutes(30) },
        Timeout = TimeSpan.FromMinutes(90),
        Resources = new Resources { Cpu = "1", CpuLimit = "2", Memory = "2Gi", MemoryLimit = "3Gi", Gpu = 1 },
        DependsOnPast = true,
        WaitForDownstream = true,
        PriorityWeight = 7,
        WeightRule = WeightRule.Absolute,
        MaxActiveTasksPerDag = 2,
        Documentation = "Runs the SQL.",
    };

    private static ContainerTask Container(Asset prices, bool is3) => new()
    {
        Id = "any-image",
        Group = "inner",
        ImageReference = new ImageReference("registry.example.com/tools/loader:v1.2.3"),
        Command = ["/bin/loader"],
        Arguments = ["--day", TemplatedText.SnapshotDate, TemplatedText.Template("{{ params.mode }}")],
        EnvironmentVariables = [new TaskVariable("MODE", TemplatedText.Template("{{ params.mode }}")), new TaskVariable("RUN", TemplatedText.RunTimestamp)],
        Identity = Identity.ServiceAccount("loader"),
        SkipExitCodes = [99, 100],
        Pool = "loaders",
        PoolSlots = 2,
        PushesXCom = true,
        Inlets = [prices],
        Outlets = [new Asset("s3://example-curated/loaded") { Name = is3 ? "loaded" : null }],
        Secrets = [Secret.AsVariable("PASSWORD", "loader", "password"), Secret.AsFiles("/etc/loader", "loader-files")],
        Volumes = [new ConfigMapVolume("config", "loader"), new ClaimVolume("cache", "loader-cache"), new SecretVolume("keys", "loader-keys"), new EmptyDirVolume("scratch")],
        VolumeMounts =
        [
            new VolumeMount("config", "/etc/config") { ReadOnly = true }, new VolumeMount("cache", "/cache") { SubPath = "loader" },
            new VolumeMount("keys", "/etc/keys"), new VolumeMount("scratch", "/scratch"),
        ],
        Tolerations = [new Toleration("spot", "true", TaintEffect.NoSchedule), new Toleration("drained", Effect: TaintEffect.NoExecute) { For = TimeSpan.FromMinutes(5) }],
        NodeSelector = [new Label("kubernetes.io/arch", "amd64")],
        Affinity = [new NodeRequirement("example.com/zone", NodeOperator.In, "a", "b"), new NodeRequirement("example.com/slow", NodeOperator.DoesNotExist)],
        PodSecurity = new PodSecurity { UserId = 2000, GroupId = 2000, FileGroupId = 2000 },
        ContainerSecurity = new ContainerSecurity { ReadOnlyRootFilesystem = false, AddedCapabilities = ["NET_BIND_SERVICE"] },
        Labels = [new Label("part", "loader")],
        Annotations = [new Annotation("example.com/log", "json")],
    };
}
