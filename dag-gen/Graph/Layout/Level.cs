namespace Slipstream.DagGen.Graph.Layout;

/// <summary>The inside of one frame, or of the whole picture: items in columns, and the lines among them.</summary>
internal sealed class Level
{
    private readonly Dictionary<string, Item> _boxes;
    private readonly List<Item> _items;
    private readonly Dictionary<LayoutEdge, Track> _tracks;
    private readonly IReadOnlyList<(double Left, double Right)> _bounds;

    private Level(LayoutInput input, string? group)
    {
        _boxes = Boxes(input, group).ToDictionary(item => item.Id!);
        var edges = Edges(input, group).ToList();
        var ties = edges.Where(edge => edge is { From: not null, To: not null }).Select(edge => (edge.From!, edge.To!)).ToHashSet();
        var columns = Layout.Columns.Assign([.. _boxes.Values], ties);
        var tracks = new TrackBuilder(columns);
        _tracks = edges.ToDictionary(edge => edge.Edge, edge => tracks.Track(edge.Edge, edge.From, edge.To));
        _items = [.. _boxes.Values, .. tracks.Lines];
        var order = RowOrder.Of(_items, columns);
        _bounds = Placement.SetX(order);
        Placement.SetY(order);
    }

    public double Width => _bounds.Select(bound => bound.Right).DefaultIfEmpty(0).Max();

    public double Height => _items.Select(item => item.Y + item.Height).DefaultIfEmpty(0).Max();

    public static Level Of(LayoutInput input, string? group) => new(input, group);

    /// <summary>The height at which a line that leaves or enters this frame does so.</summary>
    public double Port(LayoutEdge edge, bool leaving)
    {
        var item = leaving ? _tracks[edge].Items[^1] : _tracks[edge].Items[0];
        return item.Y + item.Offset(edge, leaving);
    }

    /// <summary>The boxes and frames in here, and in the frames in here.</summary>
    public IEnumerable<(string Id, bool IsFrame, Box Box)> Places(double x, double y) => _boxes.Values.SelectMany(item =>
        new[] { (item.Id!, item.Inside is not null, new Box(x + item.X, y + item.Y, item.Width, item.Height)) }
            .Concat(item.Inside?.Places(x + item.X + Spacing.Padding, y + item.Y + Spacing.Title) ?? []));

    /// <summary>The pieces of a line that lie in here; none if it does not come here.</summary>
    public IEnumerable<Segment> Way(LayoutEdge edge, double x, double y)
    {
        if (!_tracks.TryGetValue(edge, out var track))
        {
            return _boxes.Values.SelectMany(item => item.Inside?.Way(edge, x + item.X + Spacing.Padding, y + item.Y + Spacing.Title) ?? []);
        }

        return track.Items.SelectMany(item => Pass(edge, item, item == track.From, x, y));
    }

    private IEnumerable<Segment> Pass(LayoutEdge edge, Item item, bool leaving, double x, double y)
    {
        var (left, right) = (x + _bounds[item.Column].Left, x + _bounds[item.Column].Right);
        var level = y + item.Y + item.Offset(edge, leaving);
        if (item.IsLine)
        {
            return [new Segment(left, right, level)];
        }

        var inside = item.Inside?.Way(edge, x + item.X + Spacing.Padding, y + item.Y + Spacing.Title) ?? [];
        return leaving
            ? [.. inside, new Segment(x + item.X + item.Width, right, level)]
            : [new Segment(left, x + item.X, level), .. inside];
    }

    private static IEnumerable<Item> Boxes(LayoutInput input, string? group)
    {
        var nodes = input.NodesIn(group).Select(node => new Item { Id = node.Id, Width = node.Width, Height = node.Height });
        var frames = input.GroupsIn(group).Select(frame =>
        {
            var inside = Of(input, frame.Id);
            var width = Math.Max(inside.Width + (2 * Spacing.Padding), frame.Width);
            return new Item { Id = frame.Id, Inside = inside, Width = width, Height = inside.Height + Spacing.Title + Spacing.Padding };
        });
        return [.. nodes, .. frames];
    }

    // Lines within one of the frames in here, or wholly elsewhere, are not seen here.
    private IEnumerable<(LayoutEdge Edge, Item? From, Item? To)> Edges(LayoutInput input, string? group) => input.Edges
        .Select(edge => (edge, input.StandsFor(edge.From, group), input.StandsFor(edge.To, group)))
        .Where(ends => ends.Item2 != ends.Item3)
        .Select(ends => (ends.edge, ItemOf(ends.Item2), ItemOf(ends.Item3)));

    private Item? ItemOf(string? id) => id is null ? null : _boxes[id];
}
