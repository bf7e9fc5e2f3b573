using Microsoft.Extensions.Logging;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts.Settings;
using Slipstream.DuckDb;
using Slipstream.Metadata;
using Slipstream.Stages.RunCurated.Definitions;
using Slipstream.Stages.RunCurated.Lineage;
using Slipstream.Stages.RunCurated.Raw;
using Slipstream.Stages.RunCurated.Rules;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>DuckDB in this process: reads and writes local files, spills to the work directory.</summary>
internal sealed class DuckDbEngine : IEngine
{
    private readonly Dictionary<string, PartWriter> _writers = new(StringComparer.Ordinal);
    private readonly DuckDbConnection _connection;
    private readonly RunCuratedSettings _settings;
    private readonly List<RawTable> _raw = [];
    private readonly string _rawFolder;
    private readonly string _folder;
    private readonly EngineFailures _failures;
    private readonly ILogger _logger;

    private DuckDbEngine(DuckDbConnection connection, RunCuratedSettings settings, string workDirectory, ILogger logger)
    {
        _connection = connection;
        _settings = settings;
        _rawFolder = Path.Combine(workDirectory, RawHistory.LocalFolder);
        _folder = Path.Combine(workDirectory, "curated");
        _failures = new EngineFailures(_rawFolder, settings.RawHistPath);
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

    public async Task AddRawAsync(TableMetadata table, IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        var raw = new RawTable(table, [.. files.Select(file => RawFile.Of(file, _rawFolder, _settings.RawHistPath))]);
        await _failures.TranslateAsync($"the extracts of '{table.Name}'", 0, async () =>
        {
            await _connection.AddTableFunctionAsync(raw.Function, cancellationToken);
            await _connection.ExecuteAsync($"CREATE VIEW raw.{Sql.Identifier(table.Name)} AS FROM {Sql.Identifier(raw.Function.Name)}()", cancellationToken);
        });
        _raw.Add(raw);
    }

    public async Task<IReadOnlyDictionary<string, long>> CountRawAsync(string table, CancellationToken cancellationToken) =>
        _raw.Find(raw => raw.Metadata.Name == table) is { } found
            ? await found.RowsAsync(cancellationToken)
            : new Dictionary<string, long>();

    public async Task<MadeTable> MakeAsync(CuratedTable table, CancellationToken cancellationToken)
    {
        // The statement starts on a line of its own, so that DuckDB's line numbers are the file's, plus one.
        var selected = $"selected.{Sql.Identifier(table.Name)}";
        await _failures.TranslateAsync(
            table.Transform.File, 1, () => _connection.ExecuteAsync($"CREATE VIEW {selected} AS\n{table.Transform.Sql}", cancellationToken));
        if (table.Incremental != IncrementalMode.None)
        {
            await new IncrementalCheck(_connection).RequireAsync(table, selected, cancellationToken);
        }

        var columns = await _connection.DescribeAsync($"FROM {selected}", cancellationToken);
        var alignment = Alignment.Fit(table, columns, _settings, _logger);
        var writing = new TableWriting(_connection, WriterFor(table.Name), _settings.LossLimit, _logger);
        return await _failures.TranslateAsync(table.Transform.File, 1, () => writing.WriteAsync(table, selected, alignment, cancellationToken));
    }

    public Task<FileFacts> InspectAsync(string file, CancellationToken cancellationToken) =>
        _failures.TranslateAsync(file, 0, () => new FileInspector(_connection).InspectAsync(file, [], cancellationToken));

    public Task ShowAsync(CuratedTable table, IReadOnlyList<ShownPartition> partitions, CancellationToken cancellationToken) =>
        _failures.TranslateAsync(table.Name, 0, () => new CuratedViews(_connection).ShowAsync(table, partitions, cancellationToken));

    public Task<bool> AreApartAsync(CuratedTable table, TableKey key, CommitFile older, FileFacts newer, CancellationToken cancellationToken) =>
        _failures.TranslateAsync(table.Name, 0, () => new KeyRanges(_connection).AreApartAsync(table, key, older, newer, cancellationToken));

    public Task<Finding?> FindRepeatedAsync(
        CuratedTable table, TableKey key, IReadOnlyList<ShownPartition> added, IReadOnlyList<ShownPartition> all, CancellationToken cancellationToken)
    {
        var columns = string.Join(", ", key.Names.Select(Sql.Identifier));
        var from = $"(FROM ({CuratedViews.Select(table, all)}) SEMI JOIN ({CuratedViews.Select(table, added)}) USING ({columns}))";
        return _failures.TranslateAsync(table.Name, 0, () => new KeyCheck(_connection).FindAsync(key, from, cancellationToken));
    }

    public Task<MadeFile> JoinAsync(CuratedTable table, IReadOnlyList<string> files, CancellationToken cancellationToken) => _failures.TranslateAsync(
        files[0], 0, () => WriterFor(table.Name).WriteFileAsync(table, $"FROM {Source(files)}", cancellationToken));

    public Task<MadeFile?> WithoutAsync(CuratedTable table, string file, IReadOnlyList<string> newer, CancellationToken cancellationToken)
    {
        var keys = table.Metadata.PrimaryKey.Except(table.Metadata.Partitions).Select(Sql.Identifier).ToList();
        var same = keys.Count == 0 ? "true" : string.Join(" AND ", keys.Select(key => $"older.{key} IS NOT DISTINCT FROM newer.{key}"));
        var from = $"FROM read_parquet({Sql.Literal(file)}, hive_partitioning = false, file_row_number = true) AS older";
        var exists = $"EXISTS (FROM {Source(newer)} AS newer WHERE {same})";
        return _failures.TranslateAsync(file, 0, async () =>
            await _connection.ScalarAsync($"SELECT count(*) {from} WHERE {exists}", cancellationToken) == 0
                ? null
                : await WriterFor(table.Name).WriteFileAsync(
                    table,
                    $"SELECT * EXCLUDE (file_row_number) {from} WHERE NOT {exists} ORDER BY file_row_number", cancellationToken));
    }

    public void Dispose() => _connection.Dispose();

    private static string Source(IReadOnlyList<string> files) => $"read_parquet({Sql.Literals(files)}, hive_partitioning = false)";

    private PartWriter WriterFor(string name)
    {
        if (!_writers.TryGetValue(name, out var writer))
        {
            _writers.Add(name, writer = new PartWriter(_connection, _settings, Path.Combine(_folder, name)));
        }

        return writer;
    }
}
