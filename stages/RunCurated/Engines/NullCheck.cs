using Slipstream.Contracts;
using Slipstream.DuckDb;
using Slipstream.Stages.RunCurated.Definitions;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>Counts missing values in columns that may have none, in the file as it was written.</summary>
internal sealed class NullCheck(DuckDbConnection connection)
{
    /// <exception cref="StageException">Values are missing; the message has the counts (exit code 1).</exception>
    public async Task RequireNoneAsync(CuratedTable table, CancellationToken cancellationToken)
    {
        var columns = table.Metadata.Columns.Where(column => !column.IsNullable).ToList();
        if (columns.Count == 0)
        {
            return;
        }

        var counts = string.Join(", ", columns.Select(column => $"count(*) FILTER (WHERE {Sql.Identifier(column.Name)} IS NULL)"));
        var row = (await connection.QueryAsync($"SELECT {counts} FROM curated.{Sql.Identifier(table.Name)}", cancellationToken)).Rows[0];
        var missing = columns.Zip(row).Where(pair => pair.Second != "0").Select(pair => $"'{pair.First.Name}' in {pair.Second} rows").ToList();
        if (missing.Count > 0)
        {
            throw StageException.DataFailed(
                $"'{table.Transform.File}' leaves columns empty that '{table.Metadata.File}' does not allow to be: {string.Join(", ", missing)}.");
        }
    }
}
