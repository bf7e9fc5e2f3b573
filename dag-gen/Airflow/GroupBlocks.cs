using Slipstream.DagGen.Model;
using Slipstream.DagGen.Python;

namespace Slipstream.DagGen.Airflow;

/// <summary>The tasks in their order. A group stands as a block where its first task would stand.</summary>
internal static class GroupBlocks
{
    private static readonly PyBlankLine Blank = new();

    public static IReadOnlyList<PyStatement> Of(Dag dag, Target target) => Within(dag, target, TaskOrder.Of(dag), depth: 0);

    private static IReadOnlyList<PyStatement> Within(Dag dag, Target target, IReadOnlyList<DagTask> tasks, int depth) =>
    [
        .. tasks
            .GroupBy(task => dag.GroupsOf(task).ElementAtOrDefault(depth) as object ?? task)
            .SelectMany(members => members.Key is TaskGroup group
                ? [Block(dag, target, group, [.. members], depth)]
                : new PyStatement[] { PodOperator.Of(dag, members.First(), target), Blank }),
    ];

    private static PyWith Block(Dag dag, Target target, TaskGroup group, IReadOnlyList<DagTask> tasks, int depth) =>
        new(Call(group), null, Within(dag, target, tasks, depth + 1));

    private static PyCall Call(TaskGroup group) => new(Names.TaskGroup,
    [
        PyItem.Keyword("group_id", new PyString(group.Id)),
        .. group.Tooltip.Length > 0 ? [PyItem.Keyword("tooltip", new PyString(group.Tooltip))] : Array.Empty<PyItem>(),
    ]);
}
