using Slipstream.Catalog.Commits;
using Slipstream.Stages.RunCurated.Engines;

namespace Slipstream.Stages.RunCurated.Publishing;

/// <summary>What a run changes in the state of the database: decided against the newest commit, partition by partition.</summary>
/// <param name="Tables">The tables as they will be, in ordinal order of their names.</param>
internal sealed record PublicationPlan(IReadOnlyList<PlannedTable> Tables)
{
    /// <summary>Tables, or their day, that this run has made too, but a later run before it: they stay as they are.</summary>
    public IReadOnlyList<string> Outdated => [.. Tables.Where(table => table.IsOutdated).Select(table => table.Made.Table.Name)];

    /// <summary>The partitions that become current.</summary>
    public IEnumerable<(MadeTable Table, MadePartition Partition)> Taken =>
        Tables.SelectMany(table => table.Taken.Select(partition => (table.Made, partition)));

    /// <summary>True if the newest commit is what this run would make, or later.</summary>
    public bool ChangesNothing(Commit? newest) =>
        newest is not null
        && newest.Tables.Select(table => table.Name).SequenceEqual(Tables.Select(table => table.Made.Table.Name))
        && newest.Tables.Zip(Tables).All(pair => pair.Second.IsSameAs(pair.First));

    public static PublicationPlan Make(IReadOnlyList<MadeTable> made, Commit? newest, RunFacts run) => new(
    [
        .. made.OrderBy(table => table.Table.Name, StringComparer.Ordinal)
            .Select(table => PlannedTable.Make(table, newest?.Table(table.Table.Name), run)),
    ]);
}
