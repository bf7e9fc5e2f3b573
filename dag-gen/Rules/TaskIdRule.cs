using System.Text.RegularExpressions;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>A task's id is its pod's name, which Kubernetes reads as a DNS label and Airflow cuts without a word.</summary>
internal sealed partial class TaskIdRule : IRule
{
    // Airflow adds a dash and eight random characters, and cuts the whole to 63.
    private const int Longest = 54;

    public string Code => "DG02";

    public IEnumerable<Breach> Check(Dag dag) => dag.Tasks.SelectMany(Check);

    private static IEnumerable<Breach> Check(DagTask task)
    {
        var member = $"Tasks['{task.Id}'].Id";
        if (task.Id.Contains('_', StringComparison.Ordinal))
        {
            yield return new Breach(member, $"Task id '{task.Id}' contains an underscore. Use dashes: the id is also the pod name.");
        }
        else if (!DnsLabel().IsMatch(task.Id))
        {
            yield return new Breach(
                member,
                $"Task id '{task.Id}' is no pod name. Use lower-case letters, digits and dashes, with a letter or digit at both ends.");
        }

        if (task.Id.Length > Longest)
        {
            yield return new Breach(
                member,
                $"Task id '{task.Id}' has {task.Id.Length} characters, and the pod would be called '{task.Id[..Longest]}'. Shorten it to {Longest}.");
        }
    }

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]*[a-z0-9])?\z")]
    private static partial Regex DnsLabel();
}
