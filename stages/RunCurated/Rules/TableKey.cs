using Slipstream.Metadata;
using Slipstream.Stages.RunCurated.Definitions;

namespace Slipstream.Stages.RunCurated.Rules;

/// <summary>Columns whose values together stand in one row only: the primary key, or a column that is unique.</summary>
internal sealed record TableKey(IReadOnlyList<ColumnMetadata> Columns, bool IsPrimary)
{
    public IReadOnlyList<string> Names => [.. Columns.Select(column => column.Name)];

    public bool IsHidden => Columns.Any(column => column.IsHidden);

    public string Subject => IsPrimary ? $"primary key '{string.Join(", ", Names)}'" : $"column '{Columns[0].Name}'";

    /// <summary>The keys that the rows which a run makes of a table are held to; a merge replaces rows of the same primary key.</summary>
    public static IEnumerable<TableKey> CheckedOf(CuratedTable table) =>
        Of(table.Metadata).Where(key => !(key.IsPrimary && table.Incremental == IncrementalMode.Merge));

    /// <summary>The primary key of a table that has one.</summary>
    public static TableKey PrimaryOf(TableMetadata table) =>
        new([.. table.PrimaryKey.Select(name => table.Columns.First(column => column.Name == name))], IsPrimary: true);

    private static IReadOnlyList<TableKey> Of(TableMetadata table)
    {
        var unique = table.Columns
            .Where(column => column.IsUnique && !(table.PrimaryKey.Count == 1 && table.PrimaryKey[0] == column.Name))
            .Select(column => new TableKey([column], IsPrimary: false));
        return table.PrimaryKey.Count == 0 ? [.. unique] : [.. unique, PrimaryOf(table)];
    }
}
