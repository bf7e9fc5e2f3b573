using Slipstream.DagGen.Graph.Layout;

namespace Slipstream.DagGen.Graph;

/// <summary>How much room each part of a diagram needs.</summary>
internal static class SvgSizes
{
    private const double LeastWidth = 96;
    private const double LeastHeight = 36;

    public static LayoutInput Of(Diagram diagram) => new(
        [.. diagram.Tasks.Select(task => new LayoutNode(task.Id, Width(task), LeastHeight + (task.Details.Count * SvgStyle.DetailHeight), task.Group))],
        [.. diagram.Groups.Select(group => new LayoutGroup(group.Id, group.Parent, TextWidth.Of(group.Id, SvgStyle.GroupSize) + (2 * Spacing.Padding)))],
        [.. diagram.Edges.Select(edge => new LayoutEdge(edge.Upstream, edge.Downstream))]);

    private static double Width(DiagramTask task) => task.Details
        .Select(detail => TextWidth.Of(detail, SvgStyle.DetailSize))
        .Append(TextWidth.Of(task.Id, SvgStyle.TaskSize))
        .Append(LeastWidth)
        .Max() + (2 * SvgStyle.TaskPadding);
}
