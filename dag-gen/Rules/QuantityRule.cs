using System.Text.RegularExpressions;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Airflow passes resources on unread.</summary>
internal sealed partial class QuantityRule : IRule
{
    public string Code => "DG22";

    public IEnumerable<Breach> Check(Dag dag) => Quantities(dag)
        .Where(quantity => !Grammar().IsMatch(quantity.Text))
        .Select(quantity => new Breach(quantity.Member, $"'{quantity.Text}' is no Kubernetes quantity. Write it as '500m' for half a core or '2Gi' for two gibibytes."));

    private static IEnumerable<(string Member, string Text)> Quantities(Dag dag) =>
    [
        ("Pod.WorkVolumeSize", dag.Pod.WorkVolumeSize),
        .. dag.Tasks.Select(task => ($"Tasks['{task.Id}'].Resources.Cpu", task.Resources.Cpu)),
        .. dag.Tasks.Select(task => ($"Tasks['{task.Id}'].Resources.Memory", task.Resources.Memory)),
    ];

    // https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/ without exponents and signs
    [GeneratedRegex(@"^[0-9]+(\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?\z")]
    private static partial Regex Grammar();
}
