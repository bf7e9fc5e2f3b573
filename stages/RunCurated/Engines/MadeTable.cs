using Slipstream.Catalog.Commits;
using Slipstream.Stages.RunCurated.Definitions;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>A table as a run has made it, on local disk.</summary>
internal sealed record MadeTable(CuratedTable Table, IReadOnlyList<MadePartition> Partitions)
{
    /// <summary>True if a partition of the current state is of the same day as this run's.</summary>
    public bool IsSameDay(CommitPartition partition) =>
        DayOf(partition.Values) is { } day && Partitions.Any(made => DayOf(made.Values) == day);

    public long Rows => Partitions.Sum(partition => partition.Rows);

    private static string? DayOf(IReadOnlyList<PartitionValue> values) =>
        values.FirstOrDefault(value => value.Column == AppendedColumns.SnapshotDate)?.Value;
}
