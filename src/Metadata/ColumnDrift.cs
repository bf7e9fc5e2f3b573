namespace Slipstream.Metadata;

/// <summary>A column's own policies: its key <c>drift</c>. Null stands for the table's.</summary>
public sealed record ColumnDrift
{
    /// <summary>The column is not in a row.</summary>
    public DriftPolicy? Missing { get; init; }

    /// <summary>The values look other than in the last object that was accepted.</summary>
    public DriftPolicy? Profile { get; init; }

    /// <summary>How far the values may move before it counts as drift.</summary>
    public ProfileTolerance? Tolerance { get; init; }
}
