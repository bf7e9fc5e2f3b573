namespace Slipstream.DagGen.Graph.Layout;

/// <summary>
/// Lays out a graph from left to right. A frame is laid out by itself first and is one item of what is around it, so that
/// nothing strange can come into it; lines get room of their own in the columns that they pass.
/// </summary>
internal static class DiagramLayout
{
    public static PlacedGraph Place(LayoutInput input)
    {
        var picture = Level.Of(input, null);
        var places = picture.Places(0, 0).ToList();
        return new PlacedGraph
        {
            Nodes = places.Where(place => !place.IsFrame).ToDictionary(place => place.Id, place => place.Box),
            Groups = places.Where(place => place.IsFrame).ToDictionary(place => place.Id, place => place.Box),
            Routes = [.. input.Edges.Select(edge => new Route(edge, Joined(picture.Way(edge, 0, 0))))],
            Width = picture.Width,
            Height = picture.Height,
        };
    }

    // Pieces at one height are one piece, also across the gap between their columns.
    private static List<Segment> Joined(IEnumerable<Segment> segments)
    {
        var joined = new List<Segment>();
        foreach (var segment in segments)
        {
            if (joined is [.., var last] && Math.Abs(last.Y - segment.Y) < 1 && last.Left <= segment.Left)
            {
                joined[^1] = last with { Right = segment.Right };
            }
            else
            {
                joined.Add(segment);
            }
        }

        return joined;
    }
}
