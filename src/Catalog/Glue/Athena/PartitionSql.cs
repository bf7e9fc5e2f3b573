using System.Globalization;
using System.Text;
using Slipstream.AwsJson.Glue;

namespace Slipstream.Catalog.Glue.Athena;

/// <summary>
/// Writes Athena's statements about partitions, which are Hive's: names in backticks, texts with backslashes
/// (https://docs.aws.amazon.com/athena/latest/ug/alter-table-add-partition.html).
/// </summary>
internal static class PartitionSql
{
    // https://docs.aws.amazon.com/athena/latest/APIReference/API_StartQueryExecution.html
    private const int LongestStatement = 262_144;
    private const int MostPartitions = 500;

    private static readonly HashSet<string?> Whole = new(StringComparer.Ordinal) { "tinyint", "smallint", "int", "bigint" };

    public static string Repair(string table) => $"MSCK REPAIR TABLE {Name(table)}";

    /// <summary>The statements that add partitions, each as long as Athena takes. Those that are there already are passed over.</summary>
    public static IEnumerable<string> Add(string table, IReadOnlyList<Column> keys, IEnumerable<PartitionInput> partitions)
    {
        var head = $"ALTER TABLE {Name(table)} ADD IF NOT EXISTS";
        var (statement, bytes, count) = (new StringBuilder(head), head.Length, 0);
        foreach (var clause in partitions.Select(partition => Clause(keys, partition)))
        {
            var more = Encoding.UTF8.GetByteCount(clause);
            if (count > 0 && (count == MostPartitions || bytes + more > LongestStatement))
            {
                yield return statement.ToString();
                (statement, bytes, count) = (new StringBuilder(head), head.Length, 0);
            }

            statement.Append(clause);
            (bytes, count) = (bytes + more, count + 1);
        }

        if (count > 0)
        {
            yield return statement.ToString();
        }
    }

    private static string Clause(IReadOnlyList<Column> keys, PartitionInput partition)
    {
        var values = keys.Zip(partition.Values, (key, value) => $"{Name(key.Name)} = {Value(key.Type, value)}");
        return $"\n  PARTITION ({string.Join(", ", values)}) LOCATION {Text(partition.StorageDescriptor!.Location!)}";
    }

    private static string Name(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    // Athena compares whole numbers as such; all other values are texts in a statement.
    private static string Value(string? type, string value) =>
        Whole.Contains(type) && long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? value : Text(value);

    private static string Text(string value) => $"'{string.Concat(value.Select(Escaped))}'";

    private static string Escaped(char c) => c switch
    {
        '\'' or '\\' => $"\\{c}",
        _ when char.IsControl(c) => $"\\u{(int)c:x4}",
        _ => c.ToString(),
    };
}
