using System.Collections.Concurrent;
using Slipstream.AwsJson.Errors;
using Slipstream.AwsJson.Glue;
using Slipstream.Catalog.Commits;

namespace Slipstream.Catalog.Glue;

/// <summary>A database as it is.</summary>
/// <param name="Database">The database; null if there is none.</param>
/// <param name="Tables">Its tables, those of others too.</param>
internal sealed record LiveCatalog(Database? Database, IReadOnlyDictionary<string, LiveTable> Tables)
{
    private const int AtOnce = 4;

    private static readonly IReadOnlyDictionary<string, Partition> NoPartitions = new Dictionary<string, Partition>();

    /// <summary>Reads the database, pages of its tables, and the partitions of those tables that are asked for.</summary>
    public static async Task<LiveCatalog> ReadAsync(AmazonGlueClient glue, string database, IReadOnlySet<string> wanted, CancellationToken cancellationToken)
    {
        if (await FindAsync(glue, database, cancellationToken) is not { } found)
        {
            return new LiveCatalog(null, new Dictionary<string, LiveTable>());
        }

        var tables = await glue.ListTablesAsync(new GetTablesRequest { DatabaseName = database }, cancellationToken).ToListAsync(cancellationToken);
        return new LiveCatalog(found, await WithPartitionsAsync(glue, database, tables, wanted, cancellationToken));
    }

    private static async Task<Database?> FindAsync(AmazonGlueClient glue, string database, CancellationToken cancellationToken)
    {
        try
        {
            return (await glue.GetDatabaseAsync(new GetDatabaseRequest { Name = database }, cancellationToken)).Database;
        }
        catch (EntityNotFoundException)
        {
            return null;
        }
    }

    private static async Task<IReadOnlyDictionary<string, LiveTable>> WithPartitionsAsync(
        AmazonGlueClient glue, string database, IReadOnlyList<Table> tables, IReadOnlySet<string> wanted, CancellationToken cancellationToken)
    {
        var live = new ConcurrentDictionary<string, LiveTable>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(tables, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (table, cancel) =>
        {
            var isRead = wanted.Contains(table.Name) && table.PartitionKeys is { Count: > 0 };
            live[table.Name] = new LiveTable(table, isRead ? await PartitionsAsync(glue, database, table, cancel) : NoPartitions);
        });
        return live;
    }

    private static async Task<IReadOnlyDictionary<string, Partition>> PartitionsAsync(AmazonGlueClient glue, string database, Table table, CancellationToken cancellationToken)
    {
        var request = new GetPartitionsRequest { DatabaseName = database, TableName = table.Name, ExcludeColumnSchema = true };
        var keys = table.PartitionKeys!.Select(key => key.Name).ToList();
        var partitions = new Dictionary<string, Partition>(StringComparer.Ordinal);
        await foreach (var partition in glue.ListPartitionsAsync(request, cancellationToken))
        {
            partitions[PartitionValue.FolderOf(keys, partition.Values)] = partition;
        }

        return partitions;
    }
}
