using Slipstream.AwsJson.Handles;

namespace Slipstream.Catalog.Glue;

/// <summary>The rights to a database, opened for the tables that its metadata have.</summary>
/// <param name="Tables">To the database and its tables.</param>
/// <param name="Partitions">To their partitions.</param>
/// <param name="Query">To have Athena add partitions; null if Glue does.</param>
internal sealed record GlueHandles(TablesHandle Tables, PartitionsHandle Partitions, QueryHandle? Query)
{
    public static GlueHandles Open(StageClients clients, GlueCatalogOptions options, CatalogState state)
    {
        var scope = new CatalogScope(
            state.Database.Name,
            state.Tables.Select(table => table.Name).ToHashSet(StringComparer.Ordinal),
            state.Tables.Where(table => table.Partitions.Count > 0).Select(table => table.Name).ToHashSet(StringComparer.Ordinal));
        return new GlueHandles(
            clients.Open(options.Tables, scope), clients.Open(options.Partitions, scope), options.Query is { } query ? clients.Open(query, scope) : null);
    }
}
