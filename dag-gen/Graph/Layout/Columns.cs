namespace Slipstream.DagGen.Graph.Layout;

/// <summary>Which column each item belongs to: one behind the last of those that lead to it.</summary>
internal static class Columns
{
    /// <summary>Sets the columns. There are no circles.</summary>
    /// <returns>The number of columns.</returns>
    public static int Assign(IReadOnlyList<Item> items, IReadOnlyCollection<(Item From, Item To)> ties)
    {
        var waiting = items.ToList();
        var done = new HashSet<Item>();
        var before = ties.ToLookup(tie => tie.To, tie => tie.From);
        while (waiting.Count > 0)
        {
            var next = waiting.First(item => before[item].All(done.Contains));
            next.Column = before[next].Select(item => item.Column + 1).DefaultIfEmpty(0).Max();
            done.Add(next);
            waiting.Remove(next);
        }

        return items.Select(item => item.Column + 1).DefaultIfEmpty(0).Max();
    }
}
