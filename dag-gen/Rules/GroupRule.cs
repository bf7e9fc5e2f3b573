using System.Text.RegularExpressions;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Groups are part of their tasks' ids.</summary>
internal sealed partial class GroupRule : IRule
{
    private const int Longest = 200;
    private const int LongestFullId = 250;

    public string Code => "DG03";

    public IEnumerable<Breach> Check(Dag dag) => [.. Ids(dag), .. Clashes(dag), .. Parents(dag), .. Members(dag)];

    private static IEnumerable<Breach> Ids(Dag dag) => dag.Groups
        .Where(group => group.Id.Length > Longest || !GroupId().IsMatch(group.Id))
        .Select(group => new Breach(
            $"Groups['{group.Id}'].Id", $"'{group.Id}' is no id of a group. Use at most {Longest} ASCII letters, digits, dashes and underscores."));

    private static IEnumerable<Breach> Clashes(Dag dag) => dag.Groups.Select(group => group.Id)
        .Concat(dag.Tasks.Select(task => task.Id).Distinct())
        .GroupBy(id => id)
        .Where(namesakes => namesakes.Count() > 1)
        .Select(namesakes => new Breach($"Groups['{namesakes.Key}'].Id", $"'{namesakes.Key}' is the id of more than one group or task. Give each its own."));

    private static IEnumerable<Breach> Parents(Dag dag)
    {
        var known = new HashSet<string>();
        foreach (var group in dag.Groups)
        {
            // A parent stands before its children, so that no group can be within itself.
            if (group.Parent is { } parent && !known.Contains(parent))
            {
                yield return new Breach($"Groups['{group.Id}'].Parent", $"'{parent}' is not among the groups before '{group.Id}'. Add it there.");
            }

            known.Add(group.Id);
        }
    }

    private static IEnumerable<Breach> Members(Dag dag)
    {
        var known = dag.Groups.Select(group => group.Id).ToHashSet();
        foreach (var task in dag.Tasks)
        {
            if (task.Group is { } id && !known.Contains(id))
            {
                yield return new Breach($"Tasks['{task.Id}'].Group", $"There is no group '{id}'. Add it to Groups, or correct the name.");
            }

            if (task.Group is not null && dag.FullIdOf(task).Length > LongestFullId)
            {
                yield return new Breach($"Tasks['{task.Id}'].Group", $"With its groups the task's id is longer than {LongestFullId} characters, which Airflow cannot store. Shorten it.");
            }
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]+\z")]
    private static partial Regex GroupId();
}
