namespace Slipstream.DagGen.Graph.Layout;

/// <summary>A line from one box to another.</summary>
internal sealed record LayoutEdge(string From, string To);
