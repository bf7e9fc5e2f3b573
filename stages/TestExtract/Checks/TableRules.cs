using Slipstream.Metadata;
using Slipstream.Stages.TestExtract.Checks.Keys;

namespace Slipstream.Stages.TestExtract.Checks;

/// <summary>All that the metadata ask of a table's rows, compiled once for all its objects.</summary>
internal sealed class TableRules
{
    public TableRules(TableMetadata table)
    {
        Drift = table.Drift;
        Columns = [.. table.DataColumns.Select(column => new ColumnRules(column, table.Drift))];
        HasHidden = Columns.Any(column => column.IsHidden);
        Keys = [.. KeyRules(table)];
    }

    public ColumnRules[] Columns { get; }

    public KeyRule[] Keys { get; }

    public TableDrift Drift { get; }

    /// <summary>Whether rows hold values that may not be shown.</summary>
    public bool HasHidden { get; }

    public string[] Names => [.. Columns.Select(column => column.Name)];

    private IEnumerable<KeyRule> KeyRules(TableMetadata table)
    {
        var unique = table.DataColumns.Where(column => column.IsUnique && !(table.PrimaryKey.Count == 1 && table.PrimaryKey[0] == column.Name));
        foreach (var column in unique)
        {
            yield return Key(Rule.Unique, [column.Name]);
        }

        // A partition's value is the same for the whole object.
        var primary = table.PrimaryKey.Where(name => !table.Partitions.Contains(name)).ToArray();
        if (primary.Length > 0)
        {
            yield return Key(Rule.PrimaryKey, primary);
        }
    }

    private KeyRule Key(Rule rule, string[] names)
    {
        int[] columns = [.. names.Select(name => Array.FindIndex(Columns, column => column.Name == name))];
        return new KeyRule(rule, columns, string.Join(", ", names), columns.Any(column => Columns[column].IsHidden));
    }
}
