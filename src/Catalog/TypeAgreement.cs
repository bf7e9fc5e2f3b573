using Slipstream.Metadata;
using Slipstream.Metadata.Types;

namespace Slipstream.Catalog;

/// <summary>Columns of one name that have different types in different tables of a database: legal, and a trap for whoever joins them.</summary>
public static class TypeAgreement
{
    /// <summary>A sentence for each such name, in ordinal order.</summary>
    public static IReadOnlyList<string> Problems(IEnumerable<TableMetadata> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        return
        [
            .. tables.SelectMany(table => table.Columns.Select(column => (Table: table.Name, column.Name, Type: GlueTypes.TryOf(column.Type) ?? column.Type.ToString())))
                .GroupBy(column => column.Name)
                .Where(columns => columns.DistinctBy(column => column.Type).Count() > 1)
                .OrderBy(columns => columns.Key, StringComparer.Ordinal)
                .Select(columns => $"Column '{columns.Key}' is {string.Join(", ", columns.GroupBy(column => column.Type).Select(Describe))}. Give it one type, or the columns different names."),
        ];
    }

    private static string Describe(IGrouping<string, (string Table, string Name, string Type)> type) =>
        $"'{type.Key}' in {string.Join(" and ", type.Select(column => $"'{column.Table}'"))}";
}
