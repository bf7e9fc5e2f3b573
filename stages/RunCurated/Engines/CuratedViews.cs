using Slipstream.DuckDb;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;
using Slipstream.Stages.RunCurated.Definitions;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>Shows local files as <c>curated.table</c>, with the columns and types of the metadata, partitions included.</summary>
internal sealed class CuratedViews(DuckDbConnection connection)
{
    /// <summary>The table's name in SQL.</summary>
    public static string NameOf(CuratedTable table) => $"curated.{Sql.Identifier(table.Name)}";

    public Task ShowAsync(CuratedTable table, string source, CancellationToken cancellationToken)
    {
        var columns = table.Metadata.Columns.Select(Read);
        return CreateAsync(table, $"SELECT {string.Join(", ", columns)} FROM {source}", cancellationToken);
    }

    public Task ShowAsync(CuratedTable table, IReadOnlyList<ShownPartition> partitions, CancellationToken cancellationToken) =>
        CreateAsync(table, Select(table, partitions), cancellationToken);

    /// <summary>The rows of partitions as a SELECT.</summary>
    public static string Select(CuratedTable table, IReadOnlyList<ShownPartition> partitions)
    {
        var selects = partitions.Where(partition => partition.Files.Count > 0).Select(partition => Select(table, partition)).ToList();
        var columns = table.Metadata.Columns.Select(column => $"CAST(NULL AS {DuckDbTypes.Of(column.Type)}) AS {Sql.Identifier(column.Name)}");
        return selects.Count > 0 ? string.Join("\nUNION ALL ", selects) : $"SELECT {string.Join(", ", columns)} WHERE false";
    }

    private Task CreateAsync(CuratedTable table, string select, CancellationToken cancellationToken) =>
        connection.ExecuteAsync($"CREATE OR REPLACE VIEW {NameOf(table)} AS {select}", cancellationToken);

    private static string Select(CuratedTable table, ShownPartition partition)
    {
        var columns = table.Metadata.Columns.Select(column => partition.Values.FirstOrDefault(value => value.Column == column.Name) is { } value
            ? $"CAST({(value.Value is null ? "NULL" : Sql.Literal(value.Value))} AS {DuckDbTypes.Of(column.Type)}) AS {Sql.Identifier(column.Name)}"
            : Read(column));
        return $"SELECT {string.Join(", ", columns)} FROM read_parquet({Sql.Literals(partition.Files)}, hive_partitioning = false)";
    }

    // Parquet has no unit of seconds, and DuckDB reads milliseconds as microseconds.
    private static string Read(ColumnMetadata column) => column.Type is TimestampType { Unit: TimeUnit.Second or TimeUnit.Millisecond }
        ? $"CAST({Sql.Identifier(column.Name)} AS {DuckDbTypes.Of(column.Type)}) AS {Sql.Identifier(column.Name)}"
        : Sql.Identifier(column.Name);
}
