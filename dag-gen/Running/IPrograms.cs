using Slipstream.DagGen.Commands;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Running;

/// <summary>What a stage is started with: its program as it was built, or its image.</summary>
internal interface IPrograms
{
    /// <summary>The command that a stage's process is started with.</summary>
    /// <param name="run">The run that it is part of.</param>
    /// <param name="task">A task that runs a stage.</param>
    /// <param name="arguments">The stage's.</param>
    IReadOnlyList<string> CommandOf(PipelineRun run, DagTask task, IEnumerable<string> arguments);

    /// <summary>The environment of that process.</summary>
    /// <param name="own">That of dag-gen.</param>
    /// <param name="variables">The task's.</param>
    IReadOnlyDictionary<string, string> EnvironmentOf(IReadOnlyDictionary<string, string> own, IReadOnlyDictionary<string, string> variables);

    /// <summary>Makes ready for stages that are about to run.</summary>
    /// <exception cref="CommandException">One cannot be started.</exception>
    void Require(PipelineRun run, IReadOnlyList<DagTask> tasks);
}
