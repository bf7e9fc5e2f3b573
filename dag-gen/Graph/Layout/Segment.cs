namespace Slipstream.DagGen.Graph.Layout;

/// <summary>A level piece of a line; curves lie only between two of them.</summary>
internal sealed record Segment(double Left, double Right, double Y);
