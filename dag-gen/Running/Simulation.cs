using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Running;

/// <summary>How a run would go if its tasks ended with certain exit codes. Nothing is started.</summary>
internal sealed class Simulation
{
    private readonly TaskGraph _graph;
    private readonly RunBoard _board;
    private readonly IReadOnlyDictionary<string, int> _exitCodes;

    private Simulation(Dag dag, IReadOnlyDictionary<string, int> exitCodes)
    {
        _graph = new TaskGraph(dag);
        _board = new RunBoard(_graph);
        _exitCodes = exitCodes;
        while (_board.Ready() is [var task, ..])
        {
            _board.Begin(task);
            _board.End(task, TaskRunner.StateOf(task, ExitCodeOf(task)));
            if (dag.FailFast && _board.Ended(task) == TaskState.Failed)
            {
                _board.SkipRest();
            }
        }
    }

    /// <summary>One line for each task, and one for the run.</summary>
    /// <param name="dag">The pipeline.</param>
    /// <param name="exitCodes">By the tasks' ids; a task that is not named ends with 0.</param>
    public static IReadOnlyList<string> Of(Dag dag, IReadOnlyDictionary<string, int> exitCodes)
    {
        var simulation = new Simulation(dag, exitCodes);
        var width = dag.Tasks.Max(task => task.Id.Length);
        return [.. simulation._graph.Tasks.Select(task => simulation.Line(task, width)), simulation.Verdict()];
    }

    private int ExitCodeOf(DagTask task) => _exitCodes.GetValueOrDefault(task.Id);

    private string Line(DagTask task, int width) =>
        $"{task.Id.PadRight(width)}  {TaskStates.WordFor(_board.StateOf(task)),-15}  {Reason(task)}".TrimEnd();

    private string Reason(DagTask task)
    {
        if (_board.HasBegun(task))
        {
            return ExitCodeOf(task) == 0 ? string.Empty : $"exit code {ExitCodeOf(task)}";
        }

        var others = _graph.Before(task).Union(_graph.SetupsOf(task)).Where(other => _board.StateOf(other) != TaskState.Success)
            .Select(other => $"{other.Id} {TaskStates.WordFor(_board.StateOf(other))}").ToList();
        return $"{TriggerRules.WordFor(TriggerRules.Of(task))}: {(others.Count == 0 ? "all before it succeeded" : string.Join(", ", others))}";
    }

    private string Verdict()
    {
        var verdict = RunVerdict.Of(_graph, _board, id => _exitCodes.GetValueOrDefault(id));
        return verdict switch
        {
            { ExitCode: not 0 } => $"The run would fail with exit code {verdict.ExitCode}.",
            { Note: { } note } => note,
            _ => "The run would succeed.",
        };
    }
}
