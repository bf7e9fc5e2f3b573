using System.Globalization;
using Microsoft.Extensions.Logging;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts.Settings;
using Slipstream.DuckDb;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;
using Slipstream.Stages.RunCurated.Definitions;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>DuckDB in this process: reads and writes local files, spills to the work directory.</summary>
internal sealed class DuckDbEngine : IEngine
{
    private readonly DuckDbConnection _connection;
    private readonly RunCuratedSettings _settings;
    private readonly string _folder;
    private readonly EngineFailures _failures;
    private readonly ILogger _logger;

    private DuckDbEngine(DuckDbConnection connection, RunCuratedSettings settings, string workDirectory, ILogger logger)
    {
        _connection = connection;
        _settings = settings;
        _folder = Path.Combine(workDirectory, "curated");
        _failures = new EngineFailures(Path.Combine(workDirectory, RawHistory.LocalFolder), settings.RawHistPath);
        _logger = logger;
    }

    public static async Task<DuckDbEngine> OpenAsync(
        RunCuratedSettings settings, string workDirectory, ILogger logger, CancellationToken cancellationToken)
    {
        var connection = DuckDbConnection.Open(new DuckDbOptions
        {
            MemoryLimit = settings.MemoryLimit,
            TemporaryDirectory = Path.Combine(workDirectory, "spill"),
        });
        var engine = new DuckDbEngine(connection, settings, workDirectory, logger);
        await connection.ExecuteAsync("CREATE SCHEMA raw; CREATE SCHEMA curated; CREATE SCHEMA selected", cancellationToken);
        return engine;
    }

    public async Task<long> AddRawAsync(TableMetadata table, IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        var columns = string.Join(", ", table.DataColumns.Select(column =>
            $"{Sql.Identifier(column.Name)}: {Sql.Literal(DuckDbTypes.Of(column.Type))}"));
        var name = $"raw.{Sql.Identifier(table.Name)}";
        await _failures.TranslateAsync($"the extracts of '{table.Name}'", 0, () => _connection.ExecuteAsync(
            $$"""
            CREATE VIEW {{name}} AS
            FROM read_json({{Sql.Literals(files)}}, columns = { {{columns}} }, format = 'newline_delimited',
                hive_partitioning = true, hive_types = { file_land_timestamp: BIGINT })
            """,
            cancellationToken));
        return await _failures.TranslateAsync(
            $"the extracts of '{table.Name}'", 0, () => _connection.ScalarAsync($"SELECT count(*) FROM {name}", cancellationToken));
    }

    public async Task<MadeTable> MakeAsync(CuratedTable table, CancellationToken cancellationToken)
    {
        // The statement starts on a line of its own, so that DuckDB's line numbers are the file's, plus one.
        var selected = $"selected.{Sql.Identifier(table.Name)}";
        await _failures.TranslateAsync(
            table.Transform.File, 1, () => _connection.ExecuteAsync($"CREATE VIEW {selected} AS\n{table.Transform.Sql}", cancellationToken));
        var columns = await _connection.DescribeAsync($"FROM {selected}", cancellationToken);
        var alignment = Alignment.Fit(table, columns, _settings, _logger);
        return await _failures.TranslateAsync(table.Transform.File, 1, () => MakeAsync(table, selected, alignment, cancellationToken));
    }

    public Task<long> CountRowsAsync(string file, CancellationToken cancellationToken) => _failures.TranslateAsync(
        file, 0, () => _connection.ScalarAsync($"SELECT count(*) FROM read_parquet({Sql.Literal(file)})", cancellationToken));

    public void Dispose() => _connection.Dispose();

    private async Task<MadeTable> MakeAsync(CuratedTable table, string selected, Alignment alignment, CancellationToken cancellationToken)
    {
        await new LossCheck(_connection).RequireNoneAsync(table, selected, alignment, cancellationToken);
        var whole = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, table.Name)).FullName, "all.parquet");
        var list = string.Join(", ", alignment.Columns.Select(column => $"{column.Expression} AS {Sql.Identifier(column.Name)}"));
        await CopyAsync($"SELECT {list} FROM {selected}", whole, cancellationToken);
        await _connection.ExecuteAsync(
            $"CREATE VIEW curated.{Sql.Identifier(table.Name)} AS FROM read_parquet({Sql.Literal(whole)}, hive_partitioning = false)", cancellationToken);
        await new NullCheck(_connection).RequireNoneAsync(table, cancellationToken);
        return new MadeTable(table, await SplitAsync(table, whole, cancellationToken));
    }

    private async Task<IReadOnlyList<MadePartition>> SplitAsync(CuratedTable table, string whole, CancellationToken cancellationToken)
    {
        if (table.Metadata.Partitions.Count == 0)
        {
            return [new MadePartition([], whole, await CountRowsAsync(whole, cancellationToken))];
        }

        var partitions = new List<MadePartition>();
        foreach (var values in await PartitionsAsync(table, cancellationToken))
        {
            var file = Path.Combine(_folder, table.Name, string.Create(CultureInfo.InvariantCulture, $"part-{partitions.Count}.parquet"));
            var where = string.Join(" AND ", values.Select(value =>
                $"CAST({Sql.Identifier(value.Column)} AS VARCHAR) IS NOT DISTINCT FROM {(value.Value is null ? "NULL" : Sql.Literal(value.Value))}"));
            var columns = string.Join(", ", table.Metadata.DataColumns.Select(column => Sql.Identifier(column.Name)));
            await CopyAsync($"SELECT {columns} FROM curated.{Sql.Identifier(table.Name)} WHERE {where}", file, cancellationToken);
            partitions.Add(new MadePartition(values, file, await CountRowsAsync(file, cancellationToken)));
        }

        return partitions;
    }

    private async Task<IReadOnlyList<IReadOnlyList<PartitionValue>>> PartitionsAsync(CuratedTable table, CancellationToken cancellationToken)
    {
        var names = table.Metadata.Partitions;
        var columns = string.Join(", ", names.Select(name => $"CAST({Sql.Identifier(name)} AS VARCHAR)"));
        var found = await _connection.QueryAsync(
            $"SELECT DISTINCT {columns} FROM curated.{Sql.Identifier(table.Name)} ORDER BY ALL", cancellationToken);
        return [.. found.Rows.Select(row => names.Zip(row, (name, value) => new PartitionValue(name, value)).ToList())];
    }

    private Task CopyAsync(string select, string file, CancellationToken cancellationToken) =>
        _connection.ExecuteAsync($"COPY ({select}) TO {Sql.Literal(file)} (FORMAT parquet, COMPRESSION zstd)", cancellationToken);
}
