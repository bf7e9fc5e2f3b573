using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Pipelines that start each other by their assets, round and round.</summary>
internal static class AssetCycle
{
    public static IEnumerable<(Dag Dag, Breach Breach)> Find(IReadOnlyList<Dag> dags, ILookup<AssetUseKind, AssetUse> uses)
    {
        var makers = uses[AssetUseKind.Made].ToLookup(use => use.Asset.Uri, use => use.Dag.Id);
        var upstream = uses[AssetUseKind.Awaited]
            .SelectMany(use => makers[use.Asset.Uri].Select(maker => (Waiting: use.Dag.Id, Maker: maker)))
            .Distinct()
            .ToLookup(pair => pair.Waiting, pair => pair.Maker);
        var done = new HashSet<string>();
        foreach (var dag in dags)
        {
            if (Cycle(dag.Id, upstream, done) is { } cycle)
            {
                yield return (dag, new Breach(
                    "Schedule.Condition", $"The pipelines start each other for ever: {string.Join(" -> ", cycle)}. Take one of these assets out of a schedule."));
            }
        }
    }

    // Each pipeline is looked at once: what is done can be on no cycle that is not known yet.
    private static List<string>? Cycle(string start, ILookup<string, string> upstream, HashSet<string> done)
    {
        var path = new List<string>();
        var waiting = new Stack<(string Id, int Depth)>([(start, 0)]);
        List<string>? cycle = null;
        while (waiting.TryPop(out var next))
        {
            path.RemoveRange(next.Depth, path.Count - next.Depth);
            if (path.Contains(next.Id))
            {
                cycle ??= [.. path.SkipWhile(id => id != next.Id).Append(next.Id).Reverse()];
            }
            else if (done.Add(next.Id))
            {
                path.Add(next.Id);
                foreach (var maker in upstream[next.Id])
                {
                    waiting.Push((maker, path.Count));
                }
            }
        }

        return cycle;
    }
}
