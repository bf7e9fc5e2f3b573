using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Stages.RunCurated.Engines;

namespace Slipstream.Stages.RunCurated.Publishing;

/// <summary>What a run changes in the state of the database: decided against the newest commit, partition by partition.</summary>
/// <param name="Taken">The partitions that become current, with the table they belong to.</param>
/// <param name="Outdated">Partitions that this run has made too, but a later run before it: they stay as they are.</param>
/// <param name="Kept">The partitions of each table that stay, by table.</param>
internal sealed record PublicationPlan(
    IReadOnlyList<(MadeTable Table, MadePartition Partition)> Taken,
    IReadOnlyList<string> Outdated,
    IReadOnlyDictionary<string, IReadOnlyList<CommitPartition>> Kept)
{
    /// <summary>True if the newest commit is what this run would make, or later.</summary>
    public bool ChangesNothing(Commit? newest) =>
        Taken.Count == 0 && newest is not null && newest.Tables.Select(table => table.Name).Order(StringComparer.Ordinal)
            .SequenceEqual(Kept.Keys.Order(StringComparer.Ordinal))
        && newest.Tables.All(table => table.Partitions.Count == Kept[table.Name].Count);

    public static PublicationPlan Make(IReadOnlyList<MadeTable> made, Commit? newest, string version, LandTimestamp run)
    {
        var taken = new List<(MadeTable, MadePartition)>();
        var outdated = new List<string>();
        var kept = new Dictionary<string, IReadOnlyList<CommitPartition>>(StringComparer.Ordinal);
        foreach (var table in made)
        {
            var current = newest?.Table(table.Table.Name)?.Partitions ?? [];
            var stays = current.Where(partition => Stays(partition, table, version, run)).ToList();
            var staying = stays.Select(partition => partition.Folder).ToHashSet(StringComparer.Ordinal);
            taken.AddRange(table.Partitions.Where(partition => !staying.Contains(partition.Folder)).Select(partition => (table, partition)));
            outdated.AddRange(stays.Where(partition => partition.RunTimestamp > run && IsMade(partition, table)).Select(partition => Describe(table, partition)));
            kept.Add(table.Table.Name, stays);
        }

        return new PublicationPlan(taken, outdated, kept);
    }

    // Another day's snapshot is not this run's to touch; a later run's work is not this run's to undo.
    private static bool Stays(CommitPartition partition, MadeTable table, string version, LandTimestamp run)
    {
        var isMade = IsMade(partition, table);
        return partition.RunTimestamp > run
            || (isMade && partition.Version == version)
            || (!isMade && table.Table.IsSnapshot && !table.IsSameDay(partition));
    }

    private static bool IsMade(CommitPartition partition, MadeTable table) => table.Partitions.Any(made => made.Folder == partition.Folder);

    private static string Describe(MadeTable table, CommitPartition partition) =>
        partition.Folder.Length == 0 ? table.Table.Name : $"{table.Table.Name}/{partition.Folder}";
}
