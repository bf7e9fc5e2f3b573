using System.Globalization;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Metadata;

namespace Slipstream.Catalog;

/// <summary>A table is partitioned in its files as its metadata say: folders cannot be read otherwise than they were written.</summary>
internal static class PartitionAgreement
{
    /// <exception cref="StageException">The metadata have other partitions than the commit.</exception>
    public static void Require(TableMetadata table, Commit commit)
    {
        var other = commit.Table(table.Name)?.Partitions.FirstOrDefault(partition => !partition.Values.Select(value => value.Column).SequenceEqual(table.Partitions));
        if (other is not null)
        {
            throw StageException.SettingsWrong(
                $"{table.File}: table '{table.Name}' is partitioned by '{string.Join(", ", table.Partitions)}', but commit {commit.Number.ToString(CultureInfo.InvariantCulture)} has it by '{string.Join(", ", other.Values.Select(value => value.Column))}'. Run run-curated with these metadata first.");
        }
    }
}
