namespace Slipstream.Catalog.Commits;

/// <summary>The state of one table.</summary>
/// <param name="Name">The table.</param>
/// <param name="Partitions">Its partitions in ordinal order of their folders; exactly one, without values, if it has no partition columns.</param>
public sealed record CommitTable(string Name, IReadOnlyList<CommitPartition> Partitions)
{
    /// <summary>Which run made what; empty in commits of v0.1.0.</summary>
    public IReadOnlyList<CommitSlice> Slices { get; init => field = value ?? []; } = [];

    /// <summary>The columns of the files; empty in commits of v0.1.0.</summary>
    public IReadOnlyList<CommitSchema> Schemas { get; init => field = value ?? []; } = [];

    /// <summary>Rows of all partitions.</summary>
    public long Rows => Partitions.Sum(partition => partition.Rows);
}
