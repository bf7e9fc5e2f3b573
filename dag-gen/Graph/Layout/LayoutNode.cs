namespace Slipstream.DagGen.Graph.Layout;

/// <summary>A box to be placed.</summary>
/// <param name="Id">Unique among the boxes.</param>
/// <param name="Width">The least that it needs.</param>
/// <param name="Height">What it needs.</param>
/// <param name="Group">The group that it is in, or null.</param>
internal sealed record LayoutNode(string Id, double Width, double Height, string? Group);
