using System.Collections.Concurrent;
using Slipstream.AwsJson.Glue;
using Slipstream.Catalog.Commits;

namespace Slipstream.Catalog.Glue;

/// <summary>A database as it is.</summary>
/// <param name="Database">The database; null if there is none.</param>
/// <param name="Tables">Its tables, those of others too.</param>
internal sealed record LiveCatalog(Database? Database, IReadOnlyDictionary<string, LiveTable> Tables)
{
    private const int AtOnce = 4;

    /// <summary>Reads the database, pages of its tables, and the partitions of those that are named.</summary>
    public static async Task<LiveCatalog> ReadAsync(GlueHandles glue, IReadOnlySet<string> partitioned, CancellationToken cancellationToken)
    {
        if (await glue.Tables.FindDatabaseAsync(cancellationToken) is not { } found)
        {
            return new LiveCatalog(null, new Dictionary<string, LiveTable>());
        }

        var live = new ConcurrentDictionary<string, LiveTable>(StringComparer.Ordinal);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(await glue.Tables.ListAsync(cancellationToken).ToListAsync(cancellationToken), options, async (table, cancel) =>
        {
            var isRead = table.PartitionKeys is { Count: > 0 } && partitioned.Contains(table.Name);
            live[table.Name] = new LiveTable(table, isRead ? await PartitionsAsync(glue, table, cancel) : null);
        });
        return new LiveCatalog(found, live);
    }

    private static async Task<IReadOnlyDictionary<string, Partition>> PartitionsAsync(GlueHandles glue, Table table, CancellationToken cancellationToken)
    {
        var keys = table.PartitionKeys!.Select(key => key.Name).ToList();
        var partitions = new Dictionary<string, Partition>(StringComparer.Ordinal);
        // What Athena has added carries no hash of its columns: they are looked at themselves.
        await foreach (var partition in glue.Partitions.ListAsync(table.Name, hasColumns: glue.Query is not null, cancellationToken))
        {
            partitions[PartitionValue.FolderOf(keys, partition.Values)] = partition;
        }

        return partitions;
    }
}
