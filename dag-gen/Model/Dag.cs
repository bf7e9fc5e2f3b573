using Slipstream.Contracts;

namespace Slipstream.DagGen.Model;

/// <summary>A pipeline as its scheduler must run it. Nothing here knows of Airflow or Python.</summary>
internal sealed record Dag
{
    /// <summary>Unique among all pipelines; it also names the generated file.</summary>
    public required string Id { get; init; }

    /// <summary>What the pipeline does, in one line.</summary>
    public required string Description { get; init; }

    /// <summary>Markdown for whoever looks at the pipeline in the scheduler; may be empty.</summary>
    public string Documentation { get; init; } = string.Empty;

    /// <summary>The team that answers for it.</summary>
    public required string Owner { get; init; }

    /// <summary>Who is told of a failure.</summary>
    public IReadOnlyList<string> Emails { get; init; } = [];

    /// <summary>Words to find the pipeline by.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    public required CronSchedule Schedule { get; init; }

    /// <summary>No run is scheduled before this day.</summary>
    public required DateOnly StartDate { get; init; }

    /// <summary>True if runs missed since the start date are made up for.</summary>
    public bool CatchUp { get; init; }

    public int MaxActiveRuns { get; init; } = 1;

    /// <summary>How long a whole run may take.</summary>
    public TimeSpan RunTimeout { get; init; } = TimeSpan.FromHours(6);

    /// <summary>How long one try of a task may take.</summary>
    public TimeSpan TaskTimeout { get; init; } = TimeSpan.FromHours(2);

    public RetryPolicy Retries { get; init; } = new();

    /// <summary>Where the images lie: <c>registry/path</c>, to which a task adds its name and the release its tag.</summary>
    public required string ImageRepository { get; init; }

    /// <summary>The release of the images, which every task must be.</summary>
    public GitTag GitTag { get; init; } = GitTag.OfThisBuild;

    /// <summary>What all pods have in common.</summary>
    public PodSettings Pod { get; init; } = new();

    public required IReadOnlyList<DagTask> Tasks { get; init; }

    public required IReadOnlyList<Edge> Edges { get; init; }

    /// <summary>The image of one of the tasks.</summary>
    public ImageReference ImageOf(DagTask task) => new(ImageRepository, task.Image, GitTag.ToString());
}
