using System.Text.Json.Serialization;

namespace Slipstream.Catalog.Commits;

/// <summary>The value of one partition column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Value">The value as text; null for SQL's NULL.</param>
public sealed record PartitionValue(string Column, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Value)
{
    // What Hive, Glue and DuckDB all read as NULL.
    private const string HiveNull = "__HIVE_DEFAULT_PARTITION__";

    /// <summary>The folder's name: <c>column=value</c>, with what a path cannot hold escaped as in a URL.</summary>
    public string Segment => $"{Column}={(Value is null ? HiveNull : Uri.EscapeDataString(Value))}";

    /// <summary>The folder of a partition below the table's: <c>a=1/b=2</c>, or empty for a table that has none.</summary>
    public static string FolderOf(IEnumerable<PartitionValue> values) => string.Join('/', values.Select(value => value.Segment));
}
