using System.Collections.Concurrent;
using System.Globalization;
using Slipstream.AwsJson.Errors;
using Slipstream.AwsJson.Glue;
using Slipstream.Contracts;
using Slipstream.DuckDb;
using Slipstream.ObjectStore;
using Slipstream.Testing;
using Slipstream.Testing.Aws;

namespace Slipstream.Stages.Tests;

/// <summary>
/// Reads tables as Athena does: what Glue says of a table and its partitions, a list of each folder, the files. A table or a partition is one
/// version if a column numbers its rows without a gap and no number comes twice; a later version has no smaller numbers.
/// </summary>
/// <param name="aws">Where the tables are.</param>
/// <param name="database">Their database.</param>
/// <param name="tables">The tables, each with the column that numbers its rows.</param>
internal sealed class CatalogueReader(LoopbackAws aws, string database, params (string Table, string Column)[] tables) : IDisposable
{
    private readonly AmazonGlueClient _glue = aws.OpenGlue();
    private readonly IObjectStore _store = aws.OpenS3();
    private readonly TemporaryFolder _folder = TemporaryFolder.InMemory();
    private readonly DuckDbConnection _duckDb = DuckDbConnection.Open(new DuckDbOptions());
    private readonly ConcurrentDictionary<string, long> _seen = [];
    private readonly HashSet<string> _dispensable = [];
    private readonly HashSet<string> _folders = [];
    private readonly ConcurrentQueue<string> _complaints = [];
    private int _rounds;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>What a reader should never see.</summary>
    public IEnumerable<string> Complaints => _complaints;

    /// <summary>How many folders it was led to.</summary>
    public int Folders => _folders.Count;

    /// <summary>Reads over and over until it is told to stop.</summary>
    public async Task ReadAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await ReadOnceAsync();
        }
    }

    /// <summary>Waits until everything has been read that is there now.</summary>
    public async Task CatchUpAsync()
    {
        // One round may be under way.
        for (var rounds = Volatile.Read(ref _rounds); Volatile.Read(ref _rounds) < rounds + 2 && _complaints.IsEmpty;)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Cancel);
        }
    }

    /// <summary>Reads all tables.</summary>
    public async Task ReadOnceAsync()
    {
        foreach (var (name, column) in tables)
        {
            if (await TableAsync(name) is not { } table)
            {
                continue;
            }

            if (table.PartitionKeys is { Count: > 0 })
            {
                await PartitionsAsync(name, column);
            }
            else
            {
                await FolderAsync(name, table.StorageDescriptor!.Location!, column);
            }
        }

        Interlocked.Increment(ref _rounds);
    }

    /// <summary>From now on a partition may be missing.</summary>
    public void MayMiss(string table, string value) => _dispensable.Add($"{table}/{value}");

    public void Dispose()
    {
        _glue.Dispose();
        _store.Dispose();
        _duckDb.Dispose();
        _folder.Dispose();
    }

    private async Task<Table?> TableAsync(string name)
    {
        try
        {
            return (await _glue.GetTableAsync(new GetTableRequest { DatabaseName = database, Name = name }, Cancel)).Table;
        }
        catch (EntityNotFoundException)
        {
            if (_seen.Keys.Any(seen => seen.Split('/')[0] == name))
            {
                _complaints.Enqueue($"Table '{name}' is gone.");
            }

            return null;
        }
    }

    private async Task PartitionsAsync(string table, string column)
    {
        var missing = _seen.Keys.Where(seen => seen.StartsWith($"{table}/", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        await foreach (var partition in _glue.ListPartitionsAsync(new GetPartitionsRequest { DatabaseName = database, TableName = table }, Cancel))
        {
            var what = $"{table}/{partition.Values![0]}";
            missing.Remove(what);
            await FolderAsync(what, partition.StorageDescriptor!.Location!, column);
        }

        foreach (var what in missing.Except(_dispensable))
        {
            _complaints.Enqueue($"Partition '{what}' is gone.");
        }
    }

    private async Task FolderAsync(string what, string location, string column)
    {
        _folders.Add(location);
        var (rows, distinct, first, last) = await NumbersAsync(what, location, column);
        if (rows == 0)
        {
            _complaints.Enqueue($"'{what}' has no rows in {location}.");
        }
        else if (rows != distinct || distinct != last - first + 1)
        {
            _complaints.Enqueue($"'{what}' has a mixture in {location}: {rows} rows of {distinct} numbers from {first} to {last}.");
        }
        else if (_seen.TryGetValue(what, out var before) && last < before)
        {
            _complaints.Enqueue($"'{what}' went back from {before} to {last} with {location}.");
        }
        else
        {
            _seen[what] = last;
        }
    }

    private async Task<(long Rows, long Distinct, long First, long Last)> NumbersAsync(string what, string location, string column)
    {
        List<string> files = [];
        try
        {
            await foreach (var stored in _store.ListAsync(S3Prefix.Parse(location), Cancel))
            {
                files.Add(_folder.File($"{files.Count}.parquet"));
                await using var content = await _store.OpenAsync(stored.Location, null, Cancel);
                await using var file = File.Create(files[^1]);
                await content.CopyToAsync(file, Cancel);
            }
        }
        catch (ObjectMissingException exception)
        {
            _complaints.Enqueue($"'{what}' lost a file while it was read: {exception.Message}");
        }

        if (files.Count == 0)
        {
            return default;
        }

        var found = await _duckDb.QueryAsync($"SELECT count(*), count(DISTINCT {column}), min({column}), max({column}) FROM read_parquet({Sql.Literals(files)}, hive_partitioning = false)", Cancel);
        var numbers = found.Rows[0].Select(value => long.Parse(value ?? "0", CultureInfo.InvariantCulture)).ToList();
        return (numbers[0], numbers[1], numbers[2], numbers[3]);
    }
}
