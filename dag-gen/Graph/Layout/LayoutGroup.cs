namespace Slipstream.DagGen.Graph.Layout;

/// <summary>A frame around boxes and other frames.</summary>
/// <param name="Id">Unique among the groups.</param>
/// <param name="Parent">The group that it is in, or null.</param>
/// <param name="Width">The least that its title needs.</param>
internal sealed record LayoutGroup(string Id, string? Parent, double Width);
