namespace Slipstream.DagGen.Graph.Layout;

/// <summary>A rectangle: its upper left corner, and its size.</summary>
internal sealed record Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public double Middle => Y + (Height / 2);

    public bool Overlaps(Box other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    public bool Contains(Box other) => X <= other.X && Y <= other.Y && other.Right <= Right && other.Bottom <= Bottom;
}
