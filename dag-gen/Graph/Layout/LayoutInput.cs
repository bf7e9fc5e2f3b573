namespace Slipstream.DagGen.Graph.Layout;

/// <summary>What is to be laid out, and who is in whose frame.</summary>
internal sealed class LayoutInput(IReadOnlyList<LayoutNode> nodes, IReadOnlyList<LayoutGroup> groups, IReadOnlyList<LayoutEdge> edges)
{
    private readonly Dictionary<string, LayoutNode> _nodes = nodes.ToDictionary(node => node.Id);
    private readonly Dictionary<string, LayoutGroup> _groups = groups.ToDictionary(group => group.Id);

    public IReadOnlyList<LayoutEdge> Edges => edges;

    /// <summary>The boxes that are directly within a frame, or within none.</summary>
    public IEnumerable<LayoutNode> NodesIn(string? group) => nodes.Where(node => node.Group == group);

    /// <summary>The frames directly within a frame, or within none, that have something in them.</summary>
    public IEnumerable<LayoutGroup> GroupsIn(string? group) =>
        groups.Where(inner => inner.Parent == group && nodes.Any(node => Chain(node.Id).Contains(inner.Id)));

    /// <summary>What stands for a box within a frame: itself, or the frame it is in there; null if it is elsewhere.</summary>
    public string? StandsFor(string node, string? group)
    {
        string[] chain = [.. Chain(node), node];
        var place = group is null ? 0 : Array.IndexOf(chain, group) + 1;
        return group is null || place > 0 ? chain[place] : null;
    }

    // From the outermost frame to the innermost.
    private Stack<string> Chain(string node)
    {
        var chain = new Stack<string>();
        for (var group = _nodes[node].Group; group is not null; group = _groups[group].Parent)
        {
            chain.Push(group);
        }

        return chain;
    }
}
