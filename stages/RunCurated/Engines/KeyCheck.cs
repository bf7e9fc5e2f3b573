using System.Globalization;
using Slipstream.DuckDb;
using Slipstream.Stages.RunCurated.Rules;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>Looks for keys that several rows have. DuckDB groups them, and spills where memory ends.</summary>
internal sealed class KeyCheck(DuckDbConnection connection)
{
    /// <param name="key">The key; rows in which a part of it is null are passed over.</param>
    /// <param name="from">What stands behind FROM.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The finding; null if no row has the key of another.</returns>
    public async Task<Finding?> FindAsync(TableKey key, string from, CancellationToken cancellationToken)
    {
        var columns = key.Names.Select(Sql.Identifier).ToList();
        var text = string.Join(" || ', ' || ", columns.Select(column => $"CAST({column} AS VARCHAR)"));
        var repeated = $"""
            SELECT {text} AS key, count(*) - 1 AS rows FROM {from}
            WHERE {string.Join(" AND ", columns.Select(column => $"{column} IS NOT NULL"))}
            GROUP BY {string.Join(", ", columns)} HAVING count(*) > 1
            """;
        var row = (await connection.QueryAsync(
            $"SELECT CAST(coalesce(sum(rows), 0) AS BIGINT), to_json(min(key, {Examples.Most})) FROM ({repeated})", cancellationToken)).Rows[0];
        var count = long.Parse(row[0]!, CultureInfo.InvariantCulture);
        return count == 0 ? null : new Finding(key.Subject, count, Words(key, count), Examples.Of(Tally.Texts(row[1]), key.IsHidden));
    }

    private static string Words(TableKey key, long count) => key.IsPrimary
        ? count == 1 ? "row has the key of another" : "rows have the key of another"
        : count == 1 ? "value stands in another row too, and is to be unique" : "values stand in another row too, and are to be unique";
}
