using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Tasks and edges make a graph without cycles.</summary>
internal sealed class GraphRule : IRule
{
    public string Code => "DG04";

    public IEnumerable<Breach> Check(Dag dag) => [.. EmptyOrDoubleTasks(dag), .. WrongEdges(dag), .. Cycle(dag)];

    private static IEnumerable<Breach> EmptyOrDoubleTasks(Dag dag)
    {
        if (dag.Tasks.Count == 0)
        {
            yield return new Breach("Tasks", "The DAG has no task, and Airflow would show it as a success. Add one.");
        }

        foreach (var twins in dag.Tasks.GroupBy(task => task.Id).Where(group => group.Count() > 1))
        {
            yield return new Breach($"Tasks['{twins.Key}']", $"{twins.Count()} tasks have the id '{twins.Key}'. Give each its own Id.");
        }
    }

    private static IEnumerable<Breach> WrongEdges(Dag dag)
    {
        var known = dag.Tasks.Select(task => task.Id).ToHashSet();
        foreach (var edge in dag.Edges)
        {
            foreach (var id in new[] { edge.Upstream, edge.Downstream }.Where(id => !known.Contains(id)))
            {
                yield return new Breach(
                    Member(edge), $"The edge names the task '{id}', which is not among Tasks: {string.Join(", ", dag.Tasks.Select(task => task.Id))}. Add it there.");
            }

            if (edge.Upstream == edge.Downstream)
            {
                yield return new Breach(Member(edge), $"Task '{edge.Upstream}' waits for itself. Remove the edge.");
            }
        }

        foreach (var twins in dag.Edges.GroupBy(edge => edge).Where(group => group.Count() > 1))
        {
            yield return new Breach(Member(twins.Key), $"The edge is given {twins.Count()} times. Give it once.");
        }
    }

    private static IEnumerable<Breach> Cycle(Dag dag)
    {
        var runnable = TaskOrder.Of(dag).Select(task => task.Id).ToHashSet();
        var stuckIds = dag.Tasks.Select(task => task.Id).Where(id => !runnable.Contains(id)).ToHashSet();
        var stuck = dag.Tasks.FirstOrDefault(task => stuckIds.Contains(task.Id))?.Id;
        if (stuck is null)
        {
            yield break;
        }

        // Whatever is stuck waits for something stuck: going upstream must come back.
        var path = new List<string>();
        while (!path.Contains(stuck))
        {
            path.Add(stuck);
            stuck = dag.Edges.First(edge => edge.Downstream == stuck && stuckIds.Contains(edge.Upstream)).Upstream;
        }

        var cycle = path.SkipWhile(id => id != stuck).Append(stuck).Reverse().ToList();
        if (cycle.Count > 2)
        {
            yield return new Breach("Edges", $"The tasks wait for each other: {string.Join(" -> ", cycle)}. Remove one of these edges.");
        }
    }

    private static string Member(Edge edge) => $"Edges['{edge.Upstream}' -> '{edge.Downstream}']";
}
