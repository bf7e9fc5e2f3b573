using System.Collections.Concurrent;
using Slipstream.AwsJson.Glue;
using Slipstream.AwsJson.Handles;
using Slipstream.Catalog.Commits;

namespace Slipstream.Catalog.Glue;

/// <summary>A database as it is.</summary>
/// <param name="Database">The database; null if there is none.</param>
/// <param name="Tables">Its tables, those of others too.</param>
internal sealed record LiveCatalog(Database? Database, IReadOnlyDictionary<string, LiveTable> Tables)
{
    private const int AtOnce = 4;

    private static readonly IReadOnlyDictionary<string, Partition> NoPartitions = new Dictionary<string, Partition>();

    /// <summary>Reads the database, pages of its tables, and the partitions of those that are to be there and have some.</summary>
    public static async Task<LiveCatalog> ReadAsync(GlueHandles glue, IReadOnlyDictionary<string, DesiredTable> desired, CancellationToken cancellationToken)
    {
        if (await glue.Tables.FindDatabaseAsync(cancellationToken) is not { } found)
        {
            return new LiveCatalog(null, new Dictionary<string, LiveTable>());
        }

        var live = new ConcurrentDictionary<string, LiveTable>(StringComparer.Ordinal);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(await glue.Tables.ListAsync(cancellationToken).ToListAsync(cancellationToken), options, async (table, cancel) =>
        {
            var isRead = table.PartitionKeys is { Count: > 0 } && desired.GetValueOrDefault(table.Name)?.Input.PartitionKeys is { Count: > 0 };
            live[table.Name] = new LiveTable(table, isRead ? await PartitionsAsync(glue.Partitions, table, cancel) : NoPartitions);
        });
        return new LiveCatalog(found, live);
    }

    private static async Task<IReadOnlyDictionary<string, Partition>> PartitionsAsync(PartitionsHandle handle, Table table, CancellationToken cancellationToken)
    {
        var keys = table.PartitionKeys!.Select(key => key.Name).ToList();
        var partitions = new Dictionary<string, Partition>(StringComparer.Ordinal);
        await foreach (var partition in handle.ListAsync(table.Name, cancellationToken))
        {
            partitions[PartitionValue.FolderOf(keys, partition.Values)] = partition;
        }

        return partitions;
    }
}
