using Slipstream.AwsJson.Handles;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;

namespace Slipstream.Catalog.Glue.Athena;

/// <summary>Has Athena add partitions, and looks whether they are there: it passes over what exists, wherever that points.</summary>
internal sealed class AthenaPartitions(QueryHandle query, PartitionsHandle partitions, TimeProvider time)
{
    /// <returns>False if a partition points elsewhere, because somebody was faster: plan again.</returns>
    /// <exception cref="StageException">A statement failed, or did not find all partitions.</exception>
    public async Task<bool> AddAsync(TableWork work, CancellationToken cancellationToken)
    {
        var table = work.Change.Table;
        var runs = new AthenaRuns(query, time);
        foreach (var sql in Statements(work))
        {
            await runs.RunAsync(table, sql, cancellationToken);
        }

        var keys = work.Keys.Select(key => key.Name).ToList();
        var wanted = work.Partitions.Create.ToDictionary(partition => PartitionValue.FolderOf(keys, partition.Values), partition => partition.StorageDescriptor?.Location, StringComparer.Ordinal);
        var isElsewhere = false;
        await foreach (var partition in partitions.ListAsync(table, hasColumns: false, cancellationToken))
        {
            isElsewhere |= wanted.Remove(PartitionValue.FolderOf(keys, partition.Values), out var location) && location?.TrimEnd('/') != partition.StorageDescriptor?.Location?.TrimEnd('/');
        }

        return wanted.Count == 0 ? !isElsewhere : throw StageException.OutsideFailed(
            $"Athena has not added {wanted.Count} partitions of '{query.Database}.{table}', such as '{wanted.Values.First()}'. Are there files in that folder? Run the stage again, or set PARTITION_REFRESH to 'glue'.");
    }

    private IEnumerable<string> Statements(TableWork work) => query.Statement switch
    {
        AthenaStatement.AddPartition => PartitionSql.Add(work.Change.Table, work.Keys, work.Partitions.Create),
        AthenaStatement.RepairTable => [PartitionSql.Repair(work.Change.Table)],
        _ => throw new InvalidOperationException($"Unknown statement '{query.Statement}'."),
    };
}
