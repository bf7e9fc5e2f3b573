namespace Slipstream.AwsJson.Handles;

/// <summary>What the metadata of a capability name: handles of the catalogue reach nothing else, and neither does a policy that is compiled from the same files.</summary>
/// <param name="Database">The database.</param>
/// <param name="Tables">Its tables.</param>
/// <param name="PartitionedTables">Those of them that have partitions.</param>
public sealed record CatalogScope(string Database, IReadOnlySet<string> Tables, IReadOnlySet<string> PartitionedTables)
{
    internal string RequireTable(string table) => Require(Tables, table, "table of the metadata");

    internal string RequirePartitioned(string table) => Require(PartitionedTables, table, "partitioned table of the metadata");

    internal string RequireDatabase(string database) => database == Database
        ? database
        : throw new InvalidOperationException($"The database '{database}' is not '{Database}', which is all that was declared.");

    private string Require(IReadOnlySet<string> names, string table, string what) => names.Contains(table)
        ? table
        : throw new InvalidOperationException($"'{Database}.{table}' is no {what}, and those are all that was declared.");
}
