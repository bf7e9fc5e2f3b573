using Slipstream.Contracts.Capabilities;
using Slipstream.Contracts.Variables;

namespace Slipstream.DagGen.Model;

/// <summary>A container that runs to its end, once for each run of the pipeline.</summary>
internal abstract record DagTask
{
    /// <summary>Unique in the pipeline; with its groups it is the pod's name too.</summary>
    public abstract string Id { get; init; }

    /// <summary>The stage that it runs; null: a program that is not ours.</summary>
    public virtual string? Stage => null;

    /// <summary>The image: a stage's name, or the whole reference of another.</summary>
    public abstract string Image { get; }

    /// <summary>The variables of the container, in a fixed order.</summary>
    public abstract IReadOnlyList<TaskVariable> Environment { get; }

    /// <summary>Every variable that the container reads, set or not; none where that is not known.</summary>
    public abstract IReadOnlyList<VariableRow> Variables { get; }

    /// <summary>All that a stage may do outside itself; nothing where that is not known.</summary>
    public virtual IReadOnlyList<Capability> Capabilities => [];

    /// <summary>What an operator may ask of the stage's program by hand, with rights of its own.</summary>
    public virtual IReadOnlyList<OperatorRights> OperatorActions => [];

    /// <summary>The program, instead of the image's own.</summary>
    public IReadOnlyList<TemplatedText> Command { get; init; } = [];

    /// <summary>The program's arguments.</summary>
    public IReadOnlyList<TemplatedText> Arguments { get; init; } = [];

    /// <summary>Markdown about the task; may be empty.</summary>
    public string Documentation { get; init; } = string.Empty;

    /// <summary>The id of the <see cref="TaskGroup"/> that the task is in; null: none.</summary>
    public string? Group { get; init; }

    public TaskRole Role { get; init; }

    public TriggerRule TriggerRule { get; init; }

    /// <summary>Null: the pipeline's.</summary>
    public RetryPolicy? Retries { get; init; }

    /// <summary>How long one try may take; null: the pipeline's limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The exit codes by which the container says that there is nothing to do: the task is skipped then.</summary>
    public IReadOnlyList<int> SkipExitCodes { get; init; } = [];

    /// <summary>True if the task's last run must have succeeded.</summary>
    public bool DependsOnPast { get; init; }

    /// <summary>True if the tasks directly behind it must have succeeded in the last run.</summary>
    public bool WaitForDownstream { get; init; }

    /// <summary>The scheduler's pool that bounds how many tasks run at once; null: the default one.</summary>
    public string? Pool { get; init; }

    public int PoolSlots { get; init; } = 1;

    public int? PriorityWeight { get; init; }

    public WeightRule? WeightRule { get; init; }

    /// <summary>How many runs of the pipeline may be in this task at once; null: any number.</summary>
    public int? MaxActiveTasksPerDag { get; init; }

    /// <summary>True if the container writes a JSON value to <c>/airflow/xcom/return.json</c> for other tasks' templates.</summary>
    public bool PushesXCom { get; init; }

    /// <summary>The data that the task reads.</summary>
    public IReadOnlyList<Asset> Inlets { get; init; } = [];

    /// <summary>The data that are new once this task is done: other pipelines may wait for them.</summary>
    public IReadOnlyList<Asset> Outlets { get; init; } = [];

    /// <summary>As whom the pod calls AWS.</summary>
    public required Identity Identity { get; init; }

    /// <summary>What <c>dag-gen iam lint</c> finds in the policies of the task's roles, and is meant so.</summary>
    public IReadOnlyList<Acceptance> Accepts { get; init; } = [];

    public Resources Resources { get; init; } = new();

    public IReadOnlyList<Secret> Secrets { get; init; } = [];

    /// <summary>Volumes besides the work volume, which every pod has.</summary>
    public IReadOnlyList<Volume> Volumes { get; init; } = [];

    public IReadOnlyList<VolumeMount> VolumeMounts { get; init; } = [];

    public IReadOnlyList<Toleration> Tolerations { get; init; } = [];

    /// <summary>The labels that a node must have.</summary>
    public IReadOnlyList<Label> NodeSelector { get; init; } = [];

    /// <summary>Requirements that a node must all meet.</summary>
    public IReadOnlyList<NodeRequirement> Affinity { get; init; } = [];

    /// <summary>Null: the pipeline's.</summary>
    public PodSecurity? PodSecurity { get; init; }

    /// <summary>Null: the pipeline's.</summary>
    public ContainerSecurity? ContainerSecurity { get; init; }

    /// <summary>Besides the pipeline's.</summary>
    public IReadOnlyList<Label> Labels { get; init; } = [];

    /// <summary>Besides the pipeline's.</summary>
    public IReadOnlyList<Annotation> Annotations { get; init; } = [];
}
