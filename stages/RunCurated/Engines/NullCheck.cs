using Slipstream.Metadata;
using Slipstream.Stages.RunCurated.Definitions;
using Slipstream.Stages.RunCurated.Rules;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>Missing values in columns that may have none, from what was counted in the files as they were written.</summary>
internal static class NullCheck
{
    public static IReadOnlyList<Finding> Find(CuratedTable table, IReadOnlyList<MadePartition> partitions) =>
    [
        .. table.Metadata.Columns
            .Where(column => !column.IsNullable || table.Metadata.PrimaryKey.Contains(column.Name))
            .Select(column => (Column: column, Count: partitions.Sum(partition => NullsOf(column, partition))))
            .Where(pair => pair.Count > 0)
            .Select(pair => new Finding(
                $"column '{pair.Column.Name}'",
                pair.Count,
                $"{(pair.Count == 1 ? "row has" : "rows have")} no value, which {(pair.Column.IsNullable ? "a part of the primary key" : "a column that is not nullable")} must have",
                [])),
    ];

    private static long NullsOf(ColumnMetadata column, MadePartition partition) =>
        partition.Values.FirstOrDefault(value => value.Column == column.Name) is { } folder
            ? folder.Value is null ? partition.Rows : 0
            : partition.Files.Sum(file => file.Facts!.Nulls.GetValueOrDefault(column.Name));
}
