using Slipstream.DagGen.Model;
using Slipstream.Iam.Compilation;
using Slipstream.Iam.Policies;

namespace Slipstream.DagGen.Iam;

/// <summary>A role of a pipeline: that of a task's pod, or that of an operator for one action.</summary>
/// <param name="Task">The task.</param>
/// <param name="Action">The operator's action; null for the task itself.</param>
/// <param name="Policy">What it may do; its Role is the role's name.</param>
internal sealed record PipelineRole(DagTask Task, OperatorRights? Action, CompiledPolicy Policy)
{
    public string Name => Policy.Role;

    /// <summary>The policy as its file has it.</summary>
    public string Text { get; } = PolicyWriter.Write(Policy.Policy);

    /// <summary>A short name for what the policy was compiled from.</summary>
    public required string Declaration { get; init; }

    /// <summary>Whether the policy itself refuses to replace objects.</summary>
    public required bool EnforcesWriteOnce { get; init; }

    /// <summary>All tasks that share it, of which <see cref="Task"/> is the first; null: it is of one.</summary>
    public MergedRole? Merged { get; init; }

    /// <summary>What is accepted of it.</summary>
    public IReadOnlyList<Acceptance> Accepts => Merged is { } merged ? [.. merged.Parts.SelectMany(part => part.Task.Accepts).Distinct()] : Task.Accepts;

    /// <summary>Where the model says what the role may do.</summary>
    public string Member => Merged is not null ? nameof(Dag.OneRole) : $"Tasks['{Task.Id}'].Settings{(Action is { } action ? $".Actions['{action.Name}']" : ".Capabilities")}";

    /// <summary>Whether a task, or an operator of it, has this role.</summary>
    public bool IsOf(DagTask task) => Merged is { } merged ? merged.Parts.Any(part => part.Task.Id == task.Id) : Task.Id == task.Id;

    /// <summary>How the role's files are named, within its pipeline: <c>extract</c>, <c>test-extract.release</c>.</summary>
    public required string File { get; init; }
}
