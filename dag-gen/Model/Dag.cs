using Slipstream.Contracts;

namespace Slipstream.DagGen.Model;

/// <summary>A pipeline as its scheduler must run it. Nothing here knows of Airflow or Python.</summary>
internal sealed record Dag
{
    /// <summary>The variable that chooses the stage where one image holds all.</summary>
    public const string StageVariable = "STAGE";

    /// <summary>Unique among all pipelines; it also names the generated file.</summary>
    public required string Id { get; init; }

    /// <summary>What the pipeline does, in one line.</summary>
    public required string Description { get; init; }

    /// <summary>Markdown for whoever looks at the pipeline in the scheduler; may be empty.</summary>
    public string Documentation { get; init; } = string.Empty;

    /// <summary>The team that answers for it.</summary>
    public required string Owner { get; init; }

    /// <summary>Where owners are reached.</summary>
    public IReadOnlyList<OwnerLink> OwnerLinks { get; init; } = [];

    public Notifications Notifications { get; init; } = Notifications.None;

    /// <summary>Words to find the pipeline by.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    public required Schedule Schedule { get; init; }

    /// <summary>No run is scheduled before this day.</summary>
    public required DateOnly StartDate { get; init; }

    /// <summary>No run is scheduled after this day; null: for ever.</summary>
    public DateOnly? EndDate { get; init; }

    /// <summary>True if runs missed since the start date are made up for.</summary>
    public bool CatchUp { get; init; }

    public int MaxActiveRuns { get; init; } = 1;

    /// <summary>How many tasks of one run may be active at once; null: the scheduler's own limit.</summary>
    public int? MaxActiveTasks { get; init; }

    /// <summary>True if the first task that fails ends the others.</summary>
    public bool FailFast { get; init; }

    /// <summary>What whoever starts a run may choose.</summary>
    public IReadOnlyList<DagParam> Params { get; init; } = [];

    /// <summary>How long a whole run may take.</summary>
    public TimeSpan RunTimeout { get; init; } = TimeSpan.FromHours(6);

    /// <summary>How long one try of a task may take.</summary>
    public TimeSpan TaskTimeout { get; init; } = TimeSpan.FromHours(2);

    public RetryPolicy Retries { get; init; } = new();

    /// <summary>Where the images lie: <c>registry/path</c>, to which a task adds its name and the release its tag.</summary>
    public required string ImageRepository { get; init; }

    /// <summary>True if one image, the repository itself, holds all stages, and the variable <c>STAGE</c> chooses.</summary>
    public bool SingleImage { get; init; }

    /// <summary>
    /// True if the platform gives the pipeline one role, which all tasks share, as the Analytical Platform does. Each task then has the rights of all.
    /// </summary>
    public bool OneRole { get; init; }

    /// <summary>The release of the images, which every task must be.</summary>
    public GitTag GitTag { get; init; } = GitTag.OfThisBuild;

    /// <summary>The account that it runs in; null: none, and no roles are written.</summary>
    public AwsAccount? Account { get; init; }

    /// <summary>What all pods have in common.</summary>
    public PodSettings Pod { get; init; } = new();

    /// <summary>The groups that tasks may be in, a parent before its children.</summary>
    public IReadOnlyList<TaskGroup> Groups { get; init; } = [];

    public required IReadOnlyList<DagTask> Tasks { get; init; }

    public required IReadOnlyList<Edge> Edges { get; init; }

    /// <summary>Assets that this pipeline waits for and none of ours makes.</summary>
    public IReadOnlyList<ExternalAsset> ExternalAssets { get; init; } = [];

    /// <summary>The image of one of the tasks.</summary>
    public ImageReference ImageOf(DagTask task) => new(task switch
    {
        { Stage: null } => task.Image,
        _ when SingleImage => $"{ImageRepository}:{GitTag}",
        _ => $"{ImageRepository}/{task.Image}:{GitTag}",
    });

    /// <summary>The variables that one of the tasks gets.</summary>
    public IReadOnlyList<TaskVariable> EnvironmentOf(DagTask task) =>
    [
        .. SingleImage && task.Stage is { } stage ? [new TaskVariable(StageVariable, stage)] : Array.Empty<TaskVariable>(),
        .. task.Environment,
        .. TaskIamRole.VariableOf(this, task),
        .. SessionName.VariableOf(this, task),
    ];

    /// <summary>The groups that one of the tasks is in, the outermost first.</summary>
    public IReadOnlyList<TaskGroup> GroupsOf(DagTask task)
    {
        var groups = new List<TaskGroup>();
        for (var id = task.Group; Groups.FirstOrDefault(group => group.Id == id) is { } group && !groups.Contains(group); id = group.Parent)
        {
            groups.Insert(0, group);
        }

        return groups;
    }

    /// <summary>The id that the scheduler knows the task by: behind those of its groups, with dots between.</summary>
    public string FullIdOf(DagTask task) => string.Join('.', [.. GroupsOf(task).Select(group => group.Id), task.Id]);

    /// <summary>The name of the task's pod: the full id with dashes.</summary>
    public string PodNameOf(DagTask task) => FullIdOf(task).Replace('.', '-').Replace('_', '-').ToLowerInvariant();
}
