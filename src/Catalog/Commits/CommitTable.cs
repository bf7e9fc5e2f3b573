namespace Slipstream.Catalog.Commits;

/// <summary>The state of one table.</summary>
/// <param name="Name">The table.</param>
/// <param name="Partitions">Its partitions in ordinal order of their folders; exactly one, without values, if it has no partition columns.</param>
public sealed record CommitTable(string Name, IReadOnlyList<CommitPartition> Partitions)
{
    /// <summary>Rows of all partitions.</summary>
    public long Rows => Partitions.Sum(partition => partition.Rows);
}
