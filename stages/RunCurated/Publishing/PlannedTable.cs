using Slipstream.Catalog.Commits;
using Slipstream.Stages.RunCurated.Definitions;
using Slipstream.Stages.RunCurated.Engines;

namespace Slipstream.Stages.RunCurated.Publishing;

/// <summary>What a run changes in one table.</summary>
internal sealed record PlannedTable
{
    /// <summary>What the run has made.</summary>
    public required MadeTable Made { get; init; }

    /// <summary>The partitions whose files stay where they are.</summary>
    public required IReadOnlyList<CommitPartition> Kept { get; init; }

    /// <summary>The partitions that get new files.</summary>
    public required IReadOnlyList<MadePartition> Taken { get; init; }

    /// <summary>Which run made what, afterwards.</summary>
    public required IReadOnlyList<CommitSlice> Slices { get; init; }

    /// <summary>The schemas of the partitions that stay and of those that come.</summary>
    public required IReadOnlyList<CommitSchema> Schemas { get; init; }

    /// <summary>True if a later run has made what this run makes.</summary>
    public required bool IsOutdated { get; init; }

    public static PlannedTable Make(MadeTable made, CommitTable? current, RunFacts run)
    {
        var day = made.Table.IsSnapshot ? run.SnapshotDate.ToString() : null;
        var partitions = (current?.Partitions ?? []).Where(partition => IsOfThisTable(partition, made)).ToList();
        var slices = SlicesOf(current, partitions);
        var isOutdated = slices.Any(slice => slice.Day == day && slice.RunTimestamp > run.RunTimestamp);
        return isOutdated ? Untouched(made, current!, partitions, slices) : Changed(made, current, partitions, slices, day, run);
    }

    public bool IsSameAs(CommitTable current) =>
        Taken.Count == 0
        && current.Slices.SequenceEqual(Slices)
        && current.Partitions.Select(partition => (partition.Folder, partition.RunTimestamp))
            .SequenceEqual(Kept.OrderBy(kept => kept.Folder, StringComparer.Ordinal).Select(kept => (kept.Folder, kept.RunTimestamp)));

    private static PlannedTable Untouched(
        MadeTable made, CommitTable current, IReadOnlyList<CommitPartition> partitions, IReadOnlyList<CommitSlice> slices) => new()
        {
            Made = made,
            Kept = partitions,
            Taken = [],
            Slices = slices,
            Schemas = current.Schemas,
            IsOutdated = true,
        };

    private static PlannedTable Changed(
        MadeTable made, CommitTable? current, IReadOnlyList<CommitPartition> partitions, IReadOnlyList<CommitSlice> slices, string? day, RunFacts run)
    {
        var old = partitions.Where(partition => DayOf(partition) == day).ToDictionary(partition => partition.Folder, StringComparer.Ordinal);
        var isSame = made.Partitions.ToLookup(partition => old.TryGetValue(partition.Folder, out var committed) && partition.IsSameAs(committed));
        var again = isSame[true].Select(partition => partition.Folder).ToHashSet(StringComparer.Ordinal);
        var touched = made.Partitions.Select(partition => partition.Folder).ToHashSet(StringComparer.Ordinal);
        var stays = old.Values.Where(partition => again.Contains(partition.Folder) || (made.IsAddition && !touched.Contains(partition.Folder)));
        List<CommitPartition> kept =
        [
            .. partitions.Where(partition => DayOf(partition) != day),
            .. stays.Select(partition => partition with { RunTimestamp = run.RunTimestamp }),
        ];
        return new PlannedTable
        {
            Made = made,
            Kept = kept,
            Taken = [.. isSame[false]],
            Slices = [.. slices.Where(slice => slice.Day != day).Append(new CommitSlice(day, run.Version.Name, run.RunTimestamp)).OrderBy(slice => slice.Day, StringComparer.Ordinal)],
            Schemas = SchemasOf(current, kept, isSame[false]),
            IsOutdated = false,
        };
    }

    private static IReadOnlyList<CommitSchema> SchemasOf(CommitTable? current, IReadOnlyList<CommitPartition> kept, IEnumerable<MadePartition> taken) =>
    [
        .. (current?.Schemas ?? []).Where(schema => kept.Any(partition => partition.Schema == schema.Id))
            .Concat(taken.Select(partition => partition.Schema))
            .DistinctBy(schema => schema.Id)
            .OrderBy(schema => schema.Id, StringComparer.Ordinal),
    ];

    // Partitions by other columns than the metadata have now are of no use to any reader of the table.
    private static bool IsOfThisTable(CommitPartition partition, MadeTable made) =>
        partition.Values.Select(value => value.Column).SequenceEqual(made.Table.Metadata.Partitions);

    // Commits of v0.1.0 say it of each partition only.
    private static IReadOnlyList<CommitSlice> SlicesOf(CommitTable? current, IReadOnlyList<CommitPartition> partitions) =>
        current is { Slices.Count: > 0 }
            ? current.Slices
            : [.. partitions.GroupBy(DayOf)
                .Select(day => day.MaxBy(partition => partition.RunTimestamp)!)
                .Select(latest => new CommitSlice(DayOf(latest), latest.Version, latest.RunTimestamp))];

    private static string? DayOf(CommitPartition partition) =>
        partition.Values.FirstOrDefault(value => value.Column == AppendedColumns.SnapshotDate)?.Value;
}
