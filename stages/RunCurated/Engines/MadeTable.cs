using Slipstream.Catalog.Commits;
using Slipstream.Stages.RunCurated.Definitions;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>A table as a run has made it.</summary>
/// <param name="Table">The table.</param>
/// <param name="Partitions">What was made.</param>
/// <param name="IsAddition">True if only touched partitions are here and the others stay as they are committed.</param>
internal sealed record MadeTable(CuratedTable Table, IReadOnlyList<MadePartition> Partitions, bool IsAddition = false)
{
    /// <summary>The columns of which casts have lost or changed values, within the limit, and how many.</summary>
    public IReadOnlyDictionary<string, long> Losses { get; init; } = new Dictionary<string, long>();

    public long Rows => Partitions.Sum(partition => partition.Rows);

    /// <summary>The committed partitions that this run has not made.</summary>
    public IEnumerable<CommitPartition> UntouchedOf(CommitTable committed) =>
        committed.Partitions.Where(old => Partitions.All(made => made.Folder != old.Folder));
}
