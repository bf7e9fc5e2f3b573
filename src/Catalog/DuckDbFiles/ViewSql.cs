using Slipstream.DuckDb;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;

namespace Slipstream.Catalog.DuckDbFiles;

/// <summary>Writes the view of a table: the columns of the metadata, in their order and with their types, over Parquet files.</summary>
internal static class ViewSql
{
    /// <summary>The files as a table function. Columns that only some files have are NULL in the others.</summary>
    public static string Source(IEnumerable<string> files, bool isPartitioned) =>
        $"read_parquet({Sql.Literals(files.Select(GlobOf))}, union_by_name = true, hive_partitioning = {(isPartitioned ? "true" : "false")}, hive_types_autocast = false)";

    /// <summary>The statements that make the view and its comments.</summary>
    /// <param name="table">The table.</param>
    /// <param name="source">Its files; null if it has none.</param>
    /// <param name="present">The names of the columns that the files have.</param>
    public static string Write(TableMetadata table, string? source, IReadOnlySet<string> present)
    {
        var columns = string.Join(",\n", table.Columns.Select(column => $"  {Cast(column, present)} AS {Sql.Identifier(column.Name)}"));
        var view = $"CREATE VIEW {Sql.Identifier(table.Name)} AS SELECT\n{columns}\n{(source is null ? "WHERE false" : $"FROM {source}")};";
        return string.Join('\n', [view, .. Comments(table)]);
    }

    private static string Cast(ColumnMetadata column, IReadOnlySet<string> present) =>
        $"CAST({(present.Contains(column.Name) ? Sql.Identifier(column.Name) : "NULL")} AS {DuckDbTypes.Of(column.Type)})";

    private static IEnumerable<string> Comments(TableMetadata table)
    {
        yield return $"COMMENT ON VIEW {Sql.Identifier(table.Name)} IS {Sql.Literal(table.Description)};";
        foreach (var column in table.Columns.Where(column => column.Description.Length > 0))
        {
            yield return $"COMMENT ON COLUMN {Sql.Identifier(table.Name)}.{Sql.Identifier(column.Name)} IS {Sql.Literal(column.Description)};";
        }
    }

    // DuckDB takes every path for a pattern; a character in brackets stands for itself.
    private static string GlobOf(string path) => string.Concat(path.Select(c => c is '*' or '?' or '[' ? $"[{c}]" : $"{c}"));
}
