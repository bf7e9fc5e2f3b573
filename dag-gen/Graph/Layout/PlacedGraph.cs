namespace Slipstream.DagGen.Graph.Layout;

/// <summary>Where everything is. Boxes do not overlap, and a frame holds what is in its group and nothing else.</summary>
internal sealed record PlacedGraph
{
    public required IReadOnlyDictionary<string, Box> Nodes { get; init; }

    public required IReadOnlyDictionary<string, Box> Groups { get; init; }

    /// <summary>One for each edge, in the order of the edges.</summary>
    public required IReadOnlyList<Route> Routes { get; init; }

    public required double Width { get; init; }

    public required double Height { get; init; }
}
