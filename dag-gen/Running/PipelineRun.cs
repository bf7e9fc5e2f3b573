using Slipstream.Contracts;
using Slipstream.DagGen.Commands;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Running;

/// <summary>What is run: the pipeline, when, where, how, and with which values.</summary>
internal sealed record PipelineRun
{
    public required Dag Dag { get; init; }

    /// <summary>The name of the environment that the pipeline's values are from.</summary>
    public required string Environment { get; init; }

    public required LandTimestamp Timestamp { get; init; }

    public required IReadOnlyList<Override> Overrides { get; init; }

    /// <summary>Absolute.</summary>
    public required string WorkFolder { get; init; }

    public required IPrograms Programs { get; init; }

    /// <summary>Shell commands that stand in for tasks, by the tasks' ids.</summary>
    public required IReadOnlyDictionary<string, string> StandIns { get; init; }

    /// <summary>How many tasks may run at once.</summary>
    public required int Parallel { get; init; }

    public required Patience Patience { get; init; }

    /// <summary>The day of the run on the pipeline's clocks.</summary>
    public SnapshotDate SnapshotDate =>
        SnapshotDate.Of(Timestamp.Instant, TimeZoneInfo.FindSystemTimeZoneById(Dag.Schedule.TimeZone));

    /// <summary>Where this run leaves its results.</summary>
    public string Folder => Path.Combine(WorkFolder, "runs", Timestamp.ToString());

    /// <summary>What a task's process is started with: the program, and its arguments.</summary>
    /// <exception cref="CommandException">The task runs what is not a stage of ours, and nothing stands in for it.</exception>
    public IReadOnlyList<string> CommandOf(DagTask task) => task switch
    {
        _ when StandIns.TryGetValue(task.Id, out var command) => ["/bin/sh", "-c", command],
        { Stage: null } => throw CommandException.ForeignImage(task.Id, task.Image),
        { Command.Count: > 0 } => throw CommandException.ForeignProgram(task.Id),
        _ => Programs.CommandOf(this, task, task.Arguments.Select(argument => RunText.Argument(this, task, argument))),
    };

    /// <summary>The environment of a task's process.</summary>
    /// <param name="task">The task.</param>
    /// <param name="own">That of dag-gen.</param>
    public IReadOnlyDictionary<string, string> EnvironmentOf(DagTask task, IReadOnlyDictionary<string, string> own) => StandIns.ContainsKey(task.Id)
        ? ProgramFolder.ProcessEnvironment(own, TaskEnvironment.Of(this, task))
        : Programs.EnvironmentOf(own, TaskEnvironment.Of(this, task));
}
