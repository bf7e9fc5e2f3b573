namespace Slipstream.DagGen.Graph.Layout;

/// <summary>The way that a line takes, from left to right.</summary>
internal sealed record Route(LayoutEdge Edge, IReadOnlyList<Segment> Segments);
