namespace Slipstream.DagGen.Graph.Layout;

/// <summary>What a line touches within one level, from left to right. It may come from outside, or go there.</summary>
/// <param name="From">The item that it leaves here, or null.</param>
/// <param name="Items">All, the ends included.</param>
internal sealed record Track(Item? From, IReadOnlyList<Item> Items);
