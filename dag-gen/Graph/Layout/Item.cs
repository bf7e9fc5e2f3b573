namespace Slipstream.DagGen.Graph.Layout;

/// <summary>Something that takes a place in a column: a box, a frame with all that is in it, or a line that passes.</summary>
internal sealed class Item
{
    /// <summary>Null for a line that passes.</summary>
    public string? Id { get; init; }

    /// <summary>What is within a frame.</summary>
    public Level? Inside { get; init; }

    public double Width { get; set; }

    public required double Height { get; init; }

    public int Column { get; set; }

    public double X { get; set; }

    public double Y { get; set; }

    /// <summary>What it is connected with in the columns before and after it.</summary>
    public List<Link> Links { get; } = [];

    public bool IsLine => Id is null;

    /// <summary>A line that is straight is worth more than a box that is level with its neighbours.</summary>
    public double Weight => IsLine ? 4 : 1;

    /// <summary>How far below its top a line leaves or enters it.</summary>
    public double Offset(LayoutEdge edge, bool leaving) => Inside is null ? Height / 2 : Spacing.Title + Inside.Port(edge, leaving);
}
