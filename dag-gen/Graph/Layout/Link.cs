namespace Slipstream.DagGen.Graph.Layout;

/// <summary>A connection between items of neighbouring columns, and at what height of each it begins and ends.</summary>
internal sealed record Link(Item From, double FromOffset, Item To, double ToOffset)
{
    /// <summary>Where an end should be for the connection to be level.</summary>
    public double Wish(Item end) => end == To ? From.Y + FromOffset - ToOffset : To.Y + ToOffset - FromOffset;

    public Item Other(Item end) => end == To ? From : To;
}
