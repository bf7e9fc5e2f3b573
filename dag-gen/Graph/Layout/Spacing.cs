namespace Slipstream.DagGen.Graph.Layout;

/// <summary>The room that is left between things, in pixels.</summary>
internal static class Spacing
{
    /// <summary>Between two columns: lines bend here.</summary>
    public const double Columns = 56;

    /// <summary>Between two boxes of a column.</summary>
    public const double Rows = 18;

    /// <summary>What a line that passes a column takes of it.</summary>
    public const double Line = 10;

    /// <summary>Within a frame.</summary>
    public const double Padding = 16;

    /// <summary>For a frame's title.</summary>
    public const double Title = 26;
}
