using Slipstream.Contracts;
using Slipstream.Metadata;

namespace Slipstream.Catalog;

/// <summary>
/// Names that metadata allow and queries stumble over. What Glue and Athena refuse altogether the metadata refuse already, but for one database
/// (https://docs.aws.amazon.com/athena/latest/ug/tables-databases-columns-names.html).
/// </summary>
public static class NameAdvice
{
    // Every catalogue has one of its own, which hides any other.
    private const string HiddenDatabase = "information_schema";

    // Words that Athena's queries take for their own: https://docs.aws.amazon.com/athena/latest/ug/reserved-words.html
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "alter", "and", "as", "between", "by", "case", "cast", "constraint", "create", "cross", "cube", "current_date", "current_path", "current_time",
        "current_timestamp", "current_user", "deallocate", "delete", "describe", "distinct", "drop", "else", "end", "escape", "except", "execute", "exists",
        "extract", "false", "first", "for", "from", "full", "group", "grouping", "having", "in", "inner", "insert", "intersect", "into", "is", "join", "last",
        "left", "like", "listagg", "localtime", "localtimestamp", "natural", "normalize", "not", "null", "on", "or", "order", "outer", "prepare", "recursive",
        "right", "rollup", "select", "skip", "table", "then", "trim", "true", "uescape", "union", "unnest", "using", "values", "when", "where", "with",
    };

    /// <exception cref="StageException">Nobody could query the database.</exception>
    public static void Require(DatabaseMetadata database)
    {
        ArgumentNullException.ThrowIfNull(database);
        if (database.Name == HiddenDatabase)
        {
            throw StageException.SettingsWrong($"{database.File}: every catalogue has an '{HiddenDatabase}' of its own, which hides this one. Name the database otherwise.");
        }
    }

    /// <summary>A sentence for each table with names that queries have to quote, in the tables' order.</summary>
    public static IReadOnlyList<string> Problems(IEnumerable<TableMetadata> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        return [.. tables.Select(Problem).OfType<string>()];
    }

    private static string? Problem(TableMetadata table)
    {
        var names = table.Columns.Select(column => column.Name).Prepend(table.Name).Where(IsQuoted).Select(name => $"'{name}'").ToList();
        return names.Count == 0 ? null
            : $"{table.File}: {string.Join(", ", names)} must stand in double quotes in every query, because of the first character or as a word of SQL. Choose other names while nobody uses them yet.";
    }

    private static bool IsQuoted(string name) => name[0] is '_' or (>= '0' and <= '9') || Words.Contains(name);
}
