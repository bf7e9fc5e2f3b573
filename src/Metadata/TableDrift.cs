namespace Slipstream.Metadata;

/// <summary>What follows from drift in a table: its key <c>drift</c>.</summary>
public sealed record TableDrift
{
    /// <summary>A column of the metadata is not in a row. A column's own policy goes first.</summary>
    public DriftPolicy Missing { get; init; } = DriftPolicy.Fail;

    /// <summary>A column is in a row and not in the metadata. <see cref="UnknownColumns"/> goes first.</summary>
    public DriftPolicy Unknown { get; init; } = DriftPolicy.Warn;

    /// <summary>The header of a CSV file has the columns in another order.</summary>
    public DriftPolicy Order { get; init; } = DriftPolicy.Warn;

    /// <summary>The values of a column look other than in the last object that was accepted. A column's own policy goes first.</summary>
    public DriftPolicy Profile { get; init; } = DriftPolicy.Warn;

    /// <summary>Policies for columns that are not in the metadata, by name.</summary>
    public IReadOnlyDictionary<string, DriftPolicy> UnknownColumns { get; init; } = new Dictionary<string, DriftPolicy>();

    /// <summary>How far the values may move before it counts as drift.</summary>
    public ProfileTolerance Tolerance { get; init; } = new();

    /// <summary>The policy for a column that is not in the metadata.</summary>
    public DriftPolicy OfUnknown(string column) => UnknownColumns.TryGetValue(column, out var policy) ? policy : Unknown;
}
