using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>
/// A skip goes on to whatever waits for success. Where all that is behind it is skipped, that is what the exit code is for;
/// where a task also waits for others, their work is lost without a word.
/// </summary>
internal sealed class SkipRule : IRule
{
    private const int Most = 255;

    public string Code => "DG14";

    public IEnumerable<Breach> Check(Dag dag) => dag.Tasks.Where(task => task.SkipExitCodes.Count > 0).SelectMany(task => (IEnumerable<Breach>)
        [.. WrongCodes(task), .. LostWork(dag, task)]);

    private static IEnumerable<Breach> WrongCodes(DagTask task) => task.SkipExitCodes
        .Where(code => code is < 1 or > Most)
        .Select(code => new Breach(
            $"Tasks['{task.Id}'].SkipExitCodes", $"{code} cannot mean that there was nothing to do: 0 is success, and exit codes end at {Most}. Use another."));

    private static IEnumerable<Breach> LostWork(Dag dag, DagTask decision)
    {
        var tasks = dag.Tasks.DistinctBy(task => task.Id).ToDictionary(task => task.Id);
        var skipped = SkippedWith(decision.Id, tasks, dag.Edges);
        return from edge in dag.Edges
               where edge.Downstream != decision.Id && skipped.Contains(edge.Downstream) && !skipped.Contains(edge.Upstream)
               where tasks.TryGetValue(edge.Upstream, out var upstream) && upstream.Role == TaskRole.Work
               select Breach.Warning(
                   $"Tasks['{edge.Downstream}'].TriggerRule",
                   $"'{edge.Downstream}' waits for '{edge.Upstream}' too, but is skipped whenever '{decision.Id}' is. Use NoneFailed or NoneFailedMinOneSuccess.");
    }

    private static HashSet<string> SkippedWith(string first, Dictionary<string, DagTask> tasks, IReadOnlyList<Edge> edges)
    {
        var downstream = edges.ToLookup(edge => edge.Upstream, edge => edge.Downstream);
        var skipped = new HashSet<string> { first };
        var waiting = new Queue<string>(skipped);
        while (waiting.TryDequeue(out var id))
        {
            foreach (var next in downstream[id].Where(next => tasks.GetValueOrDefault(next) is { TriggerRule: TriggerRule.AllSuccess, Role: not TaskRole.Teardown }))
            {
                if (skipped.Add(next))
                {
                    waiting.Enqueue(next);
                }
            }
        }

        return skipped;
    }
}
