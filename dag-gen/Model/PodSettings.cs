namespace Slipstream.DagGen.Model;

/// <summary>What all pods of a pipeline have in common.</summary>
internal sealed record PodSettings
{
    /// <summary>Where the work volume is mounted.</summary>
    public const string WorkFolder = "/work";

    /// <summary>The work volume's name.</summary>
    public const string WorkVolume = "work";

    public string Namespace { get; init; } = "airflow";

    /// <summary>True if the scheduler runs in the same cluster.</summary>
    public bool InCluster { get; init; } = true;

    public IReadOnlyList<Label> Labels { get; init; } = [];

    public IReadOnlyList<Annotation> Annotations { get; init; } = [];

    /// <summary>How long a pod may take to start: a new node may have to come up first.</summary>
    public TimeSpan StartupTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The image of the container beside a task's own that hands its XCom on, where the scheduler's connection to the cluster
    /// names one that runs as the pod's user and needs no capability; null: the provider's, which runs as root.
    /// </summary>
    public string? XComSidecarImage { get; init; }

    public FinishAction OnFinish { get; init; } = FinishAction.DeleteSucceededPod;

    /// <summary>The user, and the group of its files. Stages never run as root.</summary>
    public PodSecurity Security { get; init; } = new();

    public ContainerSecurity ContainerSecurity { get; init; } = new();

    /// <summary>The size of the only folder that a stage can write to, as a Kubernetes quantity.</summary>
    public string WorkVolumeSize { get; init; } = "10Gi";
}
