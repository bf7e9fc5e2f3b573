using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Running;

/// <summary>Who waits for whom in a pipeline, and which tasks decide what becomes of a run.</summary>
internal sealed class TaskGraph(Dag dag)
{
    private readonly ILookup<string, string> _before = dag.Edges.ToLookup(edge => edge.Downstream, edge => edge.Upstream);
    private readonly ILookup<string, string> _after = dag.Edges.ToLookup(edge => edge.Upstream, edge => edge.Downstream);
    private readonly Dictionary<string, DagTask> _tasks = dag.Tasks.ToDictionary(task => task.Id);

    /// <summary>The tasks in an order in which they can run.</summary>
    public IReadOnlyList<DagTask> Tasks { get; } = TaskOrder.Of(dag);

    public IReadOnlyList<DagTask> Before(DagTask task) => [.. _before[task.Id].Select(id => _tasks[id])];

    public IReadOnlyList<DagTask> After(DagTask task) => [.. _after[task.Id].Select(id => _tasks[id])];

    /// <summary>All tasks that lead to a task.</summary>
    public IReadOnlyList<DagTask> LeadingTo(DagTask task) => Reachable(task, _before);

    /// <summary>
    /// The setups further up whose resources a task may use, because they are torn down after it or never. A teardown uses those
    /// directly before it, and no others.
    /// </summary>
    public IReadOnlyList<DagTask> SetupsOf(DagTask task)
    {
        if (task.Role == TaskRole.Teardown)
        {
            return [];
        }

        var tornDownLater = Reachable(task, _after).Where(IsTeardown).ToHashSet();
        var direct = Before(task);
        return [.. LeadingTo(task).Where(setup => setup.Role == TaskRole.Setup && !direct.Contains(setup) && LivesOn(setup))];

        bool LivesOn(DagTask setup)
        {
            var teardowns = After(setup).Where(IsTeardown).ToList();
            return teardowns.Count == 0 || teardowns.Exists(tornDownLater.Contains);
        }
    }

    /// <summary>
    /// The last tasks, which alone decide a run: teardowns aside, so that cleaning up neither hides a failure nor makes one.
    /// </summary>
    public IReadOnlyList<DagTask> Deciding()
    {
        var last = Tasks.Where(task => !IsTeardown(task) && After(task).All(IsTeardown)).ToList();
        return last.Count > 0 ? last : [.. Tasks.Where(task => After(task).Count == 0)];
    }

    private static bool IsTeardown(DagTask task) => task.Role == TaskRole.Teardown;

    private List<DagTask> Reachable(DagTask from, ILookup<string, string> next)
    {
        var seen = new HashSet<string>();
        var waiting = new Queue<string>(next[from.Id]);
        while (waiting.TryDequeue(out var id))
        {
            if (seen.Add(id))
            {
                next[id].ToList().ForEach(waiting.Enqueue);
            }
        }

        return [.. Tasks.Where(task => seen.Contains(task.Id))];
    }
}
