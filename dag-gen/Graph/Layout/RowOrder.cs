namespace Slipstream.DagGen.Graph.Layout;

/// <summary>The order of the items within their columns that lets few lines cross: each goes to the mean of its neighbours' places.</summary>
internal static class RowOrder
{
    private const int Sweeps = 12;

    public static IReadOnlyList<IReadOnlyList<Item>> Of(IReadOnlyList<Item> items, int columns)
    {
        var order = Enumerable.Range(0, columns).Select(column => items.Where(item => item.Column == column).ToList()).ToList();
        var (best, fewest) = (Copy(order), Crossings(order));
        for (var sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            var forward = sweep % 2 == 0;
            foreach (var column in forward ? Enumerable.Range(1, columns - 1) : Enumerable.Range(0, columns - 1).Reverse())
            {
                order[column] = Sorted(order[column], order[forward ? column - 1 : column + 1]);
            }

            var crossings = Crossings(order);
            if (crossings < fewest)
            {
                (best, fewest) = (Copy(order), crossings);
            }
        }

        return best;
    }

    // Sorting is stable: what has no neighbours keeps its place among those around it.
    private static List<Item> Sorted(List<Item> column, List<Item> fixedColumn)
    {
        var places = fixedColumn.Select((item, place) => (item, place)).ToDictionary(pair => pair.item, pair => (double)pair.place);
        return [.. column.Select((item, place) => (item, Mean: Mean(item, places) ?? place)).OrderBy(pair => pair.Mean).Select(pair => pair.item)];
    }

    private static double? Mean(Item item, Dictionary<Item, double> places)
    {
        var neighbours = item.Links.Select(link => link.Other(item)).Where(places.ContainsKey).Select(other => places[other]).ToList();
        return neighbours.Count == 0 ? null : neighbours.Average();
    }

    private static long Crossings(List<List<Item>> order) => order.Zip(order.Skip(1), Crossings).Sum();

    private static long Crossings(List<Item> left, List<Item> right)
    {
        var places = right.Select((item, place) => (item, place)).ToDictionary(pair => pair.item, pair => pair.place);
        var ends = left.SelectMany(item => item.Links.Where(link => link.From == item && places.ContainsKey(link.To)).Select(link => places[link.To]).Order());
        var seen = new int[right.Count];
        return ends.Sum(end =>
        {
            seen[end]++;
            return seen.Skip(end + 1).Sum(count => (long)count);
        });
    }

    private static List<IReadOnlyList<Item>> Copy(List<List<Item>> order) => [.. order.Select(column => column.ToList())];
}
