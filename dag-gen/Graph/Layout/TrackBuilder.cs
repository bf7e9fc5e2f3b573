namespace Slipstream.DagGen.Graph.Layout;

/// <summary>Makes room for lines in the columns that they pass. Lines between the same ends share it.</summary>
internal sealed class TrackBuilder(int columns)
{
    private static readonly Item Outside = new() { Height = 0 };

    private readonly Dictionary<(Item From, Item To), IReadOnlyList<Item>> _lines = [];
    private readonly HashSet<Link> _links = [];

    /// <summary>The room made.</summary>
    public IEnumerable<Item> Lines => _lines.Values.SelectMany(lines => lines);

    public Track Track(LayoutEdge edge, Item? from, Item? to)
    {
        var lines = Between(from ?? Outside, to ?? Outside);
        Item[] items = [.. from is null ? [] : new[] { from }, .. lines, .. to is null ? [] : new[] { to }];
        foreach (var (left, right) in items.Zip(items.Skip(1)))
        {
            Connect(new Link(left, left.Offset(edge, leaving: true), right, right.Offset(edge, leaving: false)));
        }

        return new Track(from, items);
    }

    private IReadOnlyList<Item> Between(Item from, Item to)
    {
        if (!_lines.TryGetValue((from, to), out var lines))
        {
            var first = from == Outside ? 0 : from.Column + 1;
            var last = to == Outside ? columns - 1 : to.Column - 1;
            lines = [.. Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(column => new Item { Height = Spacing.Line, Column = column })];
            _lines.Add((from, to), lines);
        }

        return lines;
    }

    private void Connect(Link link)
    {
        if (_links.Add(link))
        {
            link.From.Links.Add(link);
            link.To.Links.Add(link);
        }
    }
}
