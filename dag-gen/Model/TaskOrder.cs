namespace Slipstream.DagGen.Model;

/// <summary>The order in which tasks can run: topological, and as declared where that leaves a choice.</summary>
internal static class TaskOrder
{
    /// <summary>The tasks in order; those on a cycle, or behind one, are left out.</summary>
    public static IReadOnlyList<DagTask> Of(Dag dag)
    {
        var upstream = dag.Edges.ToLookup(edge => edge.Downstream, edge => edge.Upstream);
        var waiting = dag.Tasks.ToList();
        var waitingIds = waiting.GroupBy(task => task.Id).ToDictionary(tasks => tasks.Key, tasks => tasks.Count());
        var ordered = new List<DagTask>();
        while (waiting.Find(task => !upstream[task.Id].Any(waitingIds.ContainsKey)) is { } next)
        {
            ordered.Add(next);
            waiting.Remove(next);
            if (--waitingIds[next.Id] == 0)
            {
                waitingIds.Remove(next.Id);
            }
        }

        return ordered;
    }

    /// <summary>The edges, in the order of the tasks that they leave, then of those that they reach.</summary>
    public static IReadOnlyList<Edge> EdgesOf(Dag dag)
    {
        var places = Of(dag).Select((task, place) => (task.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);
        return [.. dag.Edges.OrderBy(edge => places[edge.Upstream]).ThenBy(edge => places[edge.Downstream])];
    }
}
