using System.Text.RegularExpressions;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Airflow passes labels on as they are, and Kubernetes refuses the pod of a bad one.</summary>
internal sealed partial class LabelRule : IRule
{
    private static readonly string[] Reserved =
    [
        "dag_id", "task_id", "run_id", "try_number", "map_index", "kubernetes_pod_operator",
        "airflow_version", "airflow_kpo_in_cluster", "already_checked",
    ];

    public string Code => "DG20";

    public IEnumerable<Breach> Check(Dag dag)
    {
        foreach (var (key, value) in dag.Pod.Labels)
        {
            var member = $"Pod.Labels['{key}']";
            if (!KeyGrammar().IsMatch(key) || key.Split('/')[0].Length > 253)
            {
                yield return new Breach(member, $"'{key}' is no label. Use at most 63 letters, digits, '-', '_' and '.', behind an optional 'domain/'.");
            }

            if (!ValueGrammar().IsMatch(value))
            {
                yield return new Breach(
                    member,
                    $"Label '{key}' has the value '{value}'. Use at most 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends.");
            }

            if (Reserved.Contains(key))
            {
                yield return new Breach(member, $"Label '{key}' is one that Airflow sets itself. Choose another key.");
            }
        }

        foreach (var twins in dag.Pod.Labels.GroupBy(label => label.Key).Where(group => group.Count() > 1))
        {
            yield return new Breach($"Pod.Labels['{twins.Key}']", $"Label '{twins.Key}' is given {twins.Count()} times. Give it once.");
        }
    }

    // https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set
    [GeneratedRegex(@"^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?\z")]
    private static partial Regex KeyGrammar();

    [GeneratedRegex(@"^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?\z")]
    private static partial Regex ValueGrammar();
}
