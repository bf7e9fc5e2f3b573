namespace Slipstream.DagGen.Running;

/// <summary>How the tasks directly before a task have ended, in numbers.</summary>
internal sealed record UpstreamStates
{
    /// <summary>All of them, ended or not.</summary>
    public required int Tasks { get; init; }

    public required int Success { get; init; }

    public required int Failed { get; init; }

    public required int UpstreamFailed { get; init; }

    public required int Skipped { get; init; }

    /// <summary>Those that are setups, ended or not.</summary>
    public required int Setups { get; init; }

    public required int SuccessfulSetups { get; init; }

    public required int SkippedSetups { get; init; }

    /// <summary>Those that failed, and those that could not run for a failure before them.</summary>
    public int Failures => Failed + UpstreamFailed;

    public bool AreDone => Success + Failures + Skipped == Tasks;

    /// <summary>Counts the states of tasks: null for one that has not ended.</summary>
    public static UpstreamStates Of(IReadOnlyCollection<(TaskState? State, bool IsSetup)> tasks) => new()
    {
        Tasks = tasks.Count,
        Success = tasks.Count(task => task.State == TaskState.Success),
        Failed = tasks.Count(task => task.State == TaskState.Failed),
        UpstreamFailed = tasks.Count(task => task.State == TaskState.UpstreamFailed),
        Skipped = tasks.Count(task => task.State == TaskState.Skipped),
        Setups = tasks.Count(task => task.IsSetup),
        SuccessfulSetups = tasks.Count(task => task is { IsSetup: true, State: TaskState.Success }),
        SkippedSetups = tasks.Count(task => task is { IsSetup: true, State: TaskState.Skipped }),
    };
}
