namespace Slipstream.DagGen.Model;

/// <summary>The order in which tasks can run: topological, and as declared where that leaves a choice.</summary>
internal static class TaskOrder
{
    /// <summary>The tasks in order; those on a cycle, or behind one, are left out.</summary>
    public static IReadOnlyList<DagTask> Of(Dag dag)
    {
        var ordered = new List<DagTask>();
        var waiting = dag.Tasks.ToList();
        while (waiting.FirstOrDefault(task => IsReady(task, waiting, dag.Edges)) is { } next)
        {
            ordered.Add(next);
            waiting.Remove(next);
        }

        return ordered;
    }

    /// <summary>The edges, in the order of the tasks that they leave, then of those that they reach.</summary>
    public static IReadOnlyList<Edge> EdgesOf(Dag dag)
    {
        var places = Of(dag).Select((task, place) => (task.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);
        return [.. dag.Edges.OrderBy(edge => places[edge.Upstream]).ThenBy(edge => places[edge.Downstream])];
    }

    private static bool IsReady(DagTask task, List<DagTask> waiting, IReadOnlyList<Edge> edges) =>
        !edges.Any(edge => edge.Downstream == task.Id && waiting.Exists(other => other.Id == edge.Upstream));
}
