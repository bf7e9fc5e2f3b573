using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Jinja;

/// <summary>The places of a pipeline where templates are rendered.</summary>
internal sealed class TemplateSites(Dag dag, Target target)
{
    // The provider pushes these whether or not the container has a result.
    private static readonly string[] KeysOfEveryPod = ["pod_name", "pod_namespace"];

    private readonly IReadOnlyList<AirflowContext> _contexts = AirflowContext.Of(target, dag.Schedule);
    private readonly HashSet<string> _params = [.. dag.Params.Select(param => param.Name)];

    /// <summary>A task's own templates.</summary>
    public TemplateSite In(DagTask task) => Site(pull => JudgeShape(pull) ?? Judge(pull, Upstream(task), $"does not run before '{dag.FullIdOf(task)}'. Add an edge"));

    /// <summary>Templates that every task renders.</summary>
    public TemplateSite Anywhere() => Site(pull => JudgeShape(pull) ?? Judge(pull, [], "does not run before all others. Read it where it does"));

    /// <summary>Messages, which are written when tasks have ended.</summary>
    public TemplateSite InNotifications() => Site(pull => JudgeShape(pull) ?? Judge(pull, [.. dag.Tasks.Select(dag.FullIdOf)], string.Empty)) with
    {
        MoreNames = new HashSet<string> { "exception", "reason" },
    };

    private static TemplateFinding? JudgeShape(XComPull pull) =>
        pull.NamesTasks ? null : new TemplateFinding("'xcom_pull' names no task. Write xcom_pull(task_ids='…').");

    private TemplateSite Site(Func<XComPull, TemplateFinding?> judge) => new() { Contexts = _contexts, Params = _params, Judge = judge };

    private TemplateFinding? Judge(XComPull pull, HashSet<string> before, string fault)
    {
        foreach (var id in pull.TaskIds)
        {
            if (dag.Tasks.FirstOrDefault(task => dag.FullIdOf(task) == id) is not { } task)
            {
                var ids = dag.Tasks.Select(dag.FullIdOf).ToList();
                return new TemplateFinding($"There is no task '{id}' to read from. {Advice(id, ids)}");
            }

            if (!before.Contains(id))
            {
                return new TemplateFinding($"Task '{id}' {fault}.");
            }

            if (!task.PushesXCom && !KeysOfEveryPod.Contains(pull.Key))
            {
                return new TemplateFinding($"Task '{id}' pushes no XCom. Set its PushesXCom.");
            }
        }

        return null;
    }

    private static string Advice(string id, IReadOnlyList<string> ids)
    {
        var nearest = ids.FirstOrDefault(other => other.EndsWith($".{id}", StringComparison.Ordinal)) ?? NearestWord.To(id, ids);
        return nearest is null ? $"The tasks are {string.Join(", ", ids)}." : $"Did you mean '{nearest}'?";
    }

    private HashSet<string> Upstream(DagTask task)
    {
        var found = new HashSet<string>();
        var waiting = new Queue<string>([task.Id]);
        while (waiting.TryDequeue(out var id))
        {
            foreach (var edge in dag.Edges.Where(edge => edge.Downstream == id && found.Add(edge.Upstream)))
            {
                waiting.Enqueue(edge.Upstream);
            }
        }

        return [.. dag.Tasks.Where(other => found.Contains(other.Id)).Select(dag.FullIdOf)];
    }
}
