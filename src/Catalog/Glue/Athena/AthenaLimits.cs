using System.Globalization;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;

namespace Slipstream.Catalog.Glue.Athena;

/// <summary>What Athena's statements cannot do, looked for before anything is written.</summary>
internal static class AthenaLimits
{
    /// <exception cref="StageException">The commit cannot be shown by the statements that were asked for.</exception>
    public static void Require(AthenaQuery? query, CatalogState state)
    {
        if (query is { Statement: AthenaStatement.RepairTable } && !state.Commit.IsInPlace)
        {
            throw StageException.SettingsWrong(
                $"PARTITION_REFRESH is 'msck-repair', but commit {state.Commit.Number.ToString(CultureInfo.InvariantCulture)} lies in folders of versions, which MSCK REPAIR TABLE does not find. Set PARTITION_REFRESH to 'glue' or 'athena', or publish with PUBLISH=in-place.");
        }

        if (query is { Statement: AthenaStatement.AddPartition } && WithNull(state) is var (table, value))
        {
            throw StageException.SettingsWrong(
                $"A partition of table '{table.Name}' has NULL as '{value.Column}', and Athena's ADD PARTITION takes no NULL. Set PARTITION_REFRESH to 'glue', or have the SQL give a word instead.");
        }
    }

    private static (CommitTable Table, PartitionValue Value)? WithNull(CatalogState state) => state.Tables
        .Select(table => state.Commit.Table(table.Name)).OfType<CommitTable>()
        .SelectMany(table => table.Partitions.SelectMany(partition => partition.Values).Where(value => value.Value is null).Select(value => ((CommitTable, PartitionValue)?)(table, value)))
        .FirstOrDefault();
}
