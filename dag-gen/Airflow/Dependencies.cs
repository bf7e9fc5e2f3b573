using Slipstream.DagGen.Model;
using Slipstream.DagGen.Python;

namespace Slipstream.DagGen.Airflow;

/// <summary>What waits for what. An edge from a setup to a teardown is part of <c>as_teardown</c>, which draws it itself.</summary>
internal static class Dependencies
{
    public static IReadOnlyList<PyStatement> Of(Dag dag)
    {
        var tasks = dag.Tasks.ToDictionary(task => task.Id);
        var edges = TaskOrder.EdgesOf(dag).ToLookup(edge => IsPair(tasks, edge));
        return
        [
            .. edges[false].Select(edge => new PyEvaluate(new PyShift(Reference(dag, tasks[edge.Upstream]), Reference(dag, tasks[edge.Downstream])))),
            .. TaskOrder.Of(dag).Where(task => task.Role == TaskRole.Setup).Select(task => Call(dag, task, "as_setup", [])),
            .. from task in TaskOrder.Of(dag)
               where task.Role == TaskRole.Teardown
               let setups = edges[true].Where(edge => edge.Downstream == task.Id).Select(edge => Reference(dag, tasks[edge.Upstream])).ToList()
               select Call(dag, task, "as_teardown", setups.Count == 0 ? [] : [PyItem.Keyword("setups", new PyList([.. setups]))]),
        ];
    }

    private static bool IsPair(Dictionary<string, DagTask> tasks, Edge edge) =>
        tasks[edge.Upstream].Role == TaskRole.Setup && tasks[edge.Downstream].Role == TaskRole.Teardown;

    private static PyEvaluate Call(Dag dag, DagTask task, string method, IReadOnlyList<PyItem> arguments) =>
        new(new PyCall($"{FlatText.Of(Reference(dag, task))}.{method}", arguments));

    private static PyIndex Reference(Dag dag, DagTask task) => new(Names.Tasks, dag.FullIdOf(task));
}
