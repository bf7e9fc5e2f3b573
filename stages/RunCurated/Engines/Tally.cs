using System.Globalization;
using System.Text.Json;
using Slipstream.DuckDb;
using Slipstream.Stages.RunCurated.Rules;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>Counts what conditions are true for in one pass, each with a few examples: the least as texts, whatever the threads.</summary>
internal sealed class Tally(DuckDbConnection connection)
{
    // More than are shown: some may be the same. The memory for them does not grow with the rows.
    private const int Kept = 20 * Examples.Most;

    /// <param name="conditions">Pairs of a condition and the value to show where it is true, both in SQL.</param>
    /// <param name="from">What stands behind FROM.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>For each condition the count and the examples.</returns>
    public async Task<IReadOnlyList<(long Count, IReadOnlyList<string> Examples)>> CountAsync(
        IReadOnlyList<(string Condition, string Value)> conditions, string from, CancellationToken cancellationToken)
    {
        if (conditions.Count == 0)
        {
            return [];
        }

        var columns = string.Join(", ", conditions.Select(pair =>
            $"count(*) FILTER (WHERE {pair.Condition}), to_json(min(CAST({pair.Value} AS VARCHAR), {Kept.ToString(CultureInfo.InvariantCulture)}) FILTER (WHERE {pair.Condition}))"));
        var row = (await connection.QueryAsync($"SELECT {columns} FROM {from}", cancellationToken)).Rows[0];
        return [.. row.Chunk(2).Select(pair => (long.Parse(pair[0]!, CultureInfo.InvariantCulture), Texts(pair[1])))];
    }

    /// <summary>A list as DuckDB's to_json prints it; null for none.</summary>
    public static IReadOnlyList<string> Texts(string? json)
    {
        if (json is null)
        {
            return [];
        }

        using var list = JsonDocument.Parse(json);
        return [.. list.RootElement.EnumerateArray().Select(text => text.GetString()!)];
    }
}
