using System.Text.RegularExpressions;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>A task's id is its pod's name, which Kubernetes reads as a DNS label and Airflow cuts without a word.</summary>
internal sealed partial class TaskIdRule : IRule
{
    // Airflow adds a dash and eight random characters, and cuts the whole to 63.
    private const int Longest = 54;

    public string Code => "DG02";

    public IEnumerable<Breach> Check(Dag dag) => [.. dag.Tasks.SelectMany(task => Check(task, dag.PodNameOf(task))), .. Namesakes(dag)];

    private static IEnumerable<Breach> Check(DagTask task, string podName)
    {
        var member = $"Tasks['{task.Id}'].Id";
        if (task.Id.Contains('_', StringComparison.Ordinal))
        {
            yield return new Breach(member, $"Task id '{task.Id}' contains an underscore. Use dashes: the id is also the pod name.");
        }
        else if (!PodName().IsMatch(task.Id))
        {
            yield return new Breach(
                member,
                $"Task id '{task.Id}' is no pod name. Use lower-case letters, digits and dashes, with a letter or digit at both ends.");
        }
        else if (!PodName().IsMatch(podName))
        {
            yield return new Breach(member, $"The task's pod would be called '{podName}', which Kubernetes refuses. Begin its groups' ids with a letter or a digit.");
        }

        if (podName.Length > Longest)
        {
            yield return new Breach(
                member,
                $"The pod name '{podName}' has {podName.Length} characters, and the pod would be called '{podName[..Longest]}'. Shorten the ids to {Longest} in all.");
        }
    }

    private static IEnumerable<Breach> Namesakes(Dag dag) =>
        from namesakes in dag.Tasks.DistinctBy(task => task.Id).GroupBy(dag.PodNameOf)
        where namesakes.Count() > 1
        select new Breach(
            $"Tasks['{namesakes.Last().Id}'].Id",
            $"The pods of {string.Join(" and ", namesakes.Select(task => $"'{dag.FullIdOf(task)}'"))} would all be called '{namesakes.Key}'. Rename one.");

    // Longer than a DNS label may be: how much of it survives is said separately.
    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]*[a-z0-9])?\z")]
    private static partial Regex PodName();
}
