using System.Text.Json.Serialization;

namespace Slipstream.Catalog.Commits;

/// <summary>The value of one partition column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Value">The value as text; null for SQL's NULL.</param>
public sealed record PartitionValue(string Column, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Value)
{
    /// <summary>What Hive, Glue and DuckDB all read as NULL.</summary>
    public const string HiveNull = "__HIVE_DEFAULT_PARTITION__";

    /// <summary>The folder's name: <c>column=value</c>, with what a path cannot hold escaped as in a URL.</summary>
    public string Segment => $"{Column}={(Value is null ? HiveNull : Uri.EscapeDataString(Value))}";

    /// <summary>The folder of a partition below the table's: <c>a=1/b=2</c>, or empty for a table that has none.</summary>
    public static string FolderOf(IEnumerable<PartitionValue> values) => string.Join('/', values.Select(value => value.Segment));

    /// <summary>The folder, or the name for people, of a partition that a catalogue knows by its values.</summary>
    public static string FolderOf(IEnumerable<string> columns, IEnumerable<string> values) =>
        FolderOf(columns.Zip(values, (column, value) => new PartitionValue(column, value)));
}
