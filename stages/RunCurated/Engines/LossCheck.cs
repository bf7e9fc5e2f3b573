using Slipstream.Contracts;
using Slipstream.DuckDb;
using Slipstream.Stages.RunCurated.Definitions;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>Counts, column by column, the values that a cast to the metadata's type would lose or change.</summary>
internal sealed class LossCheck(DuckDbConnection connection)
{
    private const int Examples = 3;

    /// <exception cref="StageException">At least one value would be lost; the message has counts and examples (exit code 1).</exception>
    public async Task RequireNoneAsync(CuratedTable table, string selected, Alignment alignment, CancellationToken cancellationToken)
    {
        var cast = alignment.Columns.Where(column => column.Loss is not null).ToList();
        if (cast.Count == 0)
        {
            return;
        }

        var counts = string.Join(", ", cast.Select(column => $"count(*) FILTER (WHERE {column.Loss})"));
        var row = (await connection.QueryAsync($"SELECT {counts} FROM {selected}", cancellationToken)).Rows[0];
        var losses = new List<string>();
        foreach (var (column, count) in cast.Zip(row).Where(pair => pair.Second != "0"))
        {
            var found = await connection.QueryAsync(
                $"SELECT DISTINCT {Sql.Identifier(column.Name)} FROM {selected} WHERE {column.Loss} ORDER BY 1 LIMIT {Examples}", cancellationToken);
            losses.Add($"column '{column.Name}': {count} values are no {column.Metadata.Type}, such as {string.Join(", ", found.Rows.Select(r => $"'{r[0]}'"))}");
        }

        if (losses.Count > 0)
        {
            throw StageException.DataFailed(
                $"'{table.Transform.File}' gives values that '{table.Metadata.File}' has no room for: {string.Join("; ", losses)}. Correct the SQL or the type.");
        }
    }
}
