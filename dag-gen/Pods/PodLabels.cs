using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Pods;

/// <summary>A pod's labels: the pipeline's, the task's, and those by which Airflow finds its pods again.</summary>
internal static class PodLabels
{
    public static IReadOnlyDictionary<string, string> Of(Dag dag, DagTask task)
    {
        var labels = new OrderedDictionary<string, string>();
        foreach (var label in dag.Pod.Labels.Concat(task.Labels).Concat(Airflows(dag, task)))
        {
            labels[label.Key] = label.Value;
        }

        return labels;
    }

    private static IEnumerable<Label> Airflows(Dag dag, DagTask task) =>
    [
        new("dag_id", LabelValue.Of(dag.Id)),
        new("task_id", LabelValue.Of(dag.FullIdOf(task))),
        new("run_id", Placeholder.RunId),
        new("kubernetes_pod_operator", "True"),
        new("try_number", Placeholder.TryNumber),
        new("airflow_version", Placeholder.AirflowVersion),
        new("airflow_kpo_in_cluster", dag.Pod.InCluster ? "True" : "False"),
    ];
}
