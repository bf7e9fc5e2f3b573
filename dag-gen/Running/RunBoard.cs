using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Running;

/// <summary>What has become of each task of a run so far, and which can begin now. Nothing here runs anything.</summary>
internal sealed class RunBoard(TaskGraph graph)
{
    private readonly Dictionary<string, TaskState> _ended = [];
    private readonly HashSet<string> _begun = [];

    /// <summary>The tasks that can begin. Those that now never will are settled on the way.</summary>
    public IReadOnlyList<DagTask> Ready()
    {
        var ready = new List<DagTask>();
        // Upstream comes first in this order, so that one pass settles whole branches.
        foreach (var task in graph.Tasks.Where(IsWaiting))
        {
            switch (Judge(task))
            {
                case Verdict.Run:
                    ready.Add(task);
                    break;
                case Verdict.Skip:
                    _ended[task.Id] = TaskState.Skipped;
                    break;
                case Verdict.UpstreamFailed:
                    _ended[task.Id] = TaskState.UpstreamFailed;
                    break;
            }
        }

        return ready;
    }

    /// <summary>How many have begun.</summary>
    public int Begun => _begun.Count;

    public bool HasBegun(DagTask task) => _begun.Contains(task.Id);

    public void Begin(DagTask task) => _begun.Add(task.Id);

    public void End(DagTask task, TaskState state) => _ended[task.Id] = state;

    /// <summary>Lets no further task begin, for the first failure ends the run: only teardowns still may.</summary>
    public void SkipRest()
    {
        foreach (var task in graph.Tasks.Where(task => IsWaiting(task) && task.Role != TaskRole.Teardown))
        {
            _ended[task.Id] = TaskState.Skipped;
        }
    }

    /// <summary>How a task ended; for one that never began, that a failure kept it from it.</summary>
    public TaskState StateOf(DagTask task) => _ended.GetValueOrDefault(task.Id, TaskState.UpstreamFailed);

    /// <summary>The state of a task that has ended, or null.</summary>
    public TaskState? Ended(DagTask task) => _ended.TryGetValue(task.Id, out var state) ? state : null;

    private bool IsWaiting(DagTask task) => !_begun.Contains(task.Id) && !_ended.ContainsKey(task.Id);

    private Verdict Judge(DagTask task)
    {
        var rule = TriggerRules.Of(task);
        if (rule == TriggerRule.Always)
        {
            return Verdict.Run;
        }

        var setups = TriggerRules.JudgeSetups(StatesOf(graph.SetupsOf(task)));
        var direct = TriggerRules.Judge(rule, StatesOf(graph.Before(task)));
        return setups == Verdict.Run || (setups == Verdict.Wait && direct != Verdict.Run) ? direct : setups;
    }

    private UpstreamStates StatesOf(IReadOnlyList<DagTask> tasks) =>
        UpstreamStates.Of([.. tasks.Select(task => (Ended(task), task.Role == TaskRole.Setup))]);
}
