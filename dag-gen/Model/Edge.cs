namespace Slipstream.DagGen.Model;

/// <summary>One task waits for another: both by their ids.</summary>
internal sealed record Edge(string Upstream, string Downstream)
{
    /// <summary>The second task waits for the first.</summary>
    public static Edge Between(DagTask upstream, DagTask downstream) => new(upstream.Id, downstream.Id);

    /// <summary>Each task waits for the one before it.</summary>
    public static IReadOnlyList<Edge> Chain(params IReadOnlyList<DagTask> tasks) =>
        [.. tasks.Zip(tasks.Skip(1), Between)];
}
