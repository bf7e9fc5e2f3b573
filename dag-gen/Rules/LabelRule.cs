using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Airflow passes labels on as they are, and Kubernetes refuses the pod of a bad one.</summary>
internal sealed class LabelRule : IRule
{
    private static readonly string[] Reserved =
    [
        "dag_id", "task_id", "run_id", "try_number", "map_index", "kubernetes_pod_operator",
        "airflow_version", "airflow_kpo_in_cluster", "already_checked",
    ];

    public string Code => "DG20";

    public IEnumerable<Breach> Check(Dag dag) =>
    [
        .. Check("Pod.Labels", dag.Pod.Labels, Reserved),
        .. dag.Tasks.SelectMany(task => Check($"Tasks['{task.Id}'].Labels", task.Labels, Reserved)),
        .. dag.Tasks.SelectMany(task => Check($"Tasks['{task.Id}'].NodeSelector", task.NodeSelector, [])),
        .. from task in dag.Tasks
           from label in task.Labels.IntersectBy(dag.Pod.Labels.Select(label => label.Key), label => label.Key)
           select new Breach($"Tasks['{task.Id}'].Labels['{label.Key}']", $"All pods have a label '{label.Key}' already. Choose another key."),
    ];

    private static IEnumerable<Breach> Check(string list, IReadOnlyList<Label> labels, string[] reserved)
    {
        foreach (var (key, value) in labels)
        {
            var member = $"{list}['{key}']";
            if (!Grammar.IsQualifiedName(key))
            {
                yield return new Breach(member, $"'{key}' is no label. Use at most 63 letters, digits, '-', '_' and '.', behind an optional 'domain/'.");
            }

            if (!Grammar.IsLabelValue(value))
            {
                yield return new Breach(
                    member,
                    $"Label '{key}' has the value '{value}'. Use at most 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends.");
            }

            if (reserved.Contains(key))
            {
                yield return new Breach(member, $"Label '{key}' is one that Airflow sets itself. Choose another key.");
            }
        }

        foreach (var twins in labels.GroupBy(label => label.Key).Where(group => group.Count() > 1))
        {
            yield return new Breach($"{list}['{twins.Key}']", $"Label '{twins.Key}' is given {twins.Count()} times. Give it once.");
        }
    }
}
