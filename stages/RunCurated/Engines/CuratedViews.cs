using Slipstream.DuckDb;
using Slipstream.Metadata.Types;
using Slipstream.Stages.RunCurated.Definitions;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>Shows local files as <c>curated.table</c>, with the columns of the metadata, partitions included.</summary>
internal sealed class CuratedViews(DuckDbConnection connection)
{
    public Task ShowAsync(CuratedTable table, string source, CancellationToken cancellationToken) => connection.ExecuteAsync(
        $"CREATE OR REPLACE VIEW curated.{Sql.Identifier(table.Name)} AS FROM {source}", cancellationToken);

    public Task ShowAsync(CuratedTable table, IReadOnlyList<ShownPartition> partitions, CancellationToken cancellationToken)
    {
        var selects = partitions.Where(partition => partition.Files.Count > 0).Select(partition => Select(table, partition)).ToList();
        var columns = table.Metadata.Columns.Select(column => $"CAST(NULL AS {DuckDbTypes.Of(column.Type)}) AS {Sql.Identifier(column.Name)}");
        var source = selects.Count > 0 ? string.Join("\nUNION ALL ", selects) : $"SELECT {string.Join(", ", columns)} WHERE false";
        return ShowAsync(table, $"({source})", cancellationToken);
    }

    private static string Select(CuratedTable table, ShownPartition partition)
    {
        var columns = table.Metadata.Columns.Select(column => partition.Values.FirstOrDefault(value => value.Column == column.Name) is { } value
            ? $"CAST({(value.Value is null ? "NULL" : Sql.Literal(value.Value))} AS {DuckDbTypes.Of(column.Type)}) AS {Sql.Identifier(column.Name)}"
            : Sql.Identifier(column.Name));
        return $"SELECT {string.Join(", ", columns)} FROM read_parquet({Sql.Literals(partition.Files)}, hive_partitioning = false)";
    }
}
