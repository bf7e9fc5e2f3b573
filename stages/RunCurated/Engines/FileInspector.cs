using System.Globalization;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.DuckDb;
using Slipstream.ObjectStore;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>Reads Parquet files from end to end: what is committed of a file is what was read from it, not what was meant to be written.</summary>
internal sealed class FileInspector(DuckDbConnection connection)
{
    public async Task<FileFacts> InspectAsync(string file, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var source = $"read_parquet({Sql.Literal(file)}, hive_partitioning = false)";
        var columns = await connection.DescribeAsync($"FROM {source}", cancellationToken);
        var counts = await CountAsync(source, columns, cancellationToken);
        var nulls = columns.Select((column, i) => (column.Name, Nulls: counts[0] - counts[i + 1]))
            .Where(column => column.Nulls > 0)
            .ToDictionary(column => column.Name, column => column.Nulls, StringComparer.Ordinal);
        await RequireFooterAsync(file, columns, nulls, cancellationToken);
        var ranges = await new KeyRanges(connection).FindAsync(source, keys, cancellationToken);
        await using var content = File.OpenRead(file);
        var hash = await Sha256Hash.OfAsync(content, cancellationToken);
        return new FileFacts(content.Length, hash, counts[0], [.. columns.Select(column => new CommitColumn(column.Name, column.Type))], nulls, ranges);
    }

    private async Task<IReadOnlyList<long>> CountAsync(string source, IReadOnlyList<DuckDbColumn> columns, CancellationToken cancellationToken)
    {
        var counts = string.Join(", ", columns.Select(column => $"count({Sql.Identifier(column.Name)})").Prepend("count(*)"));
        var row = (await connection.QueryAsync($"SELECT {counts} FROM {source}", cancellationToken)).Rows[0];
        return [.. row.Select(count => long.Parse(count!, CultureInfo.InvariantCulture))];
    }

    // The writer's own counts stand in the footer; those of nested columns are of their innermost values.
    private async Task RequireFooterAsync(
        string file, IReadOnlyList<DuckDbColumn> columns, Dictionary<string, long> nulls, CancellationToken cancellationToken)
    {
        var footer = await connection.QueryAsync(
            $"SELECT path_in_schema, sum(stats_null_count) FROM parquet_metadata({Sql.Literal(file)}) GROUP BY ALL HAVING count(*) = count(stats_null_count)",
            cancellationToken);
        foreach (var row in footer.Rows)
        {
            if (columns.Any(column => column.Name == row[0]) && nulls.GetValueOrDefault(row[0]!) != long.Parse(row[1]!, CultureInfo.InvariantCulture))
            {
                throw StageException.OutsideFailed(
                    $"The file written for column '{row[0]}' has {nulls.GetValueOrDefault(row[0]!)} nulls where its footer says {row[1]}. Check the disk of WORK_DIR and run again.");
            }
        }
    }
}
