using Slipstream.Contracts.Settings;
using Slipstream.Metadata;
using Slipstream.ObjectStore;
using Slipstream.ObjectStore.Handles;
using Slipstream.Rows.Text;
using Slipstream.Stages.TestExtract.Checks.Keys;
using Slipstream.Stages.TestExtract.Csv;
using Slipstream.Stages.TestExtract.Reading;

namespace Slipstream.Stages.TestExtract.Checks;

/// <summary>
/// Reads objects from end to end and gathers what is wrong with them. Many may be read at the same time: they share memory
/// and threads, so that their number does not decide how much of either is used.
/// </summary>
internal sealed class ObjectCheck : IDisposable
{
    // Enough that no thread waits for a block, few enough to stay small.
    private const int BlocksPerProcessor = 2;

    private readonly ReadHandle _land;
    private readonly TestExtractSettings _settings;
    private readonly string _workDirectory;
    private readonly TableMetadata _table;
    private readonly TableRules _rules;
    private readonly BlockBuffers _buffers;
    private readonly BlockChecks _checks;

    public ObjectCheck(ReadHandle land, TableMetadata table, TestExtractSettings settings, string workDirectory)
    {
        _land = land;
        _settings = settings;
        _workDirectory = workDirectory;
        _table = table;
        _rules = new TableRules(table);
        _buffers = new BlockBuffers(BlocksPerProcessor * Environment.ProcessorCount);
        _checks = new BlockChecks(() => new JsonLineCheck(_rules, settings.LongestLine));
    }

    /// <summary>Checks one object.</summary>
    public async Task<CheckedObject> RunAsync(StoredObject stored, CancellationToken cancellationToken)
    {
        using var result = new ObjectResult(_rules, _settings.Examples, _workDirectory);
        var reading = ReadingOf(result);
        Sha256Hash? hash = null;
        try
        {
            hash = await ReadAsync(stored, reading, result.Findings, cancellationToken);
            await new RepeatedRows(_rules, reading, _settings.Examples).ReportAsync(result, token => OpenTextAsync(stored, token), cancellationToken);
        }
        catch (ObjectMissingException exception)
        {
            hash = null;
            result.Findings.Fail(Rule.Unchanged, null, "the same content from first to last", null, exception.Message);
        }

        CountRows(result);
        return new CheckedObject { Stored = stored, Sha256 = hash, Rows = result.Rows, Findings = result.Findings, Profile = reading.TakeProfile() };
    }

    public void Dispose() => _buffers.Dispose();

    private IRowReading ReadingOf(ObjectResult result) => _table.Format == DataFormat.Json
        ? new JsonReading(_rules, _buffers, _checks, result, _settings.LongestLine)
        : new CsvReading(_table, _rules, result, _settings.LongestLine);

    private async Task<Sha256Hash> ReadAsync(StoredObject stored, IRowReading reading, Findings findings, CancellationToken cancellationToken)
    {
        await using var bytes = await _land.OpenAsync(stored, cancellationToken);
        await using var hashing = new HashingStream(bytes);
        await using var text = TextOf(stored, hashing);
        try
        {
            await reading.ReadAsync(text, cancellationToken);
        }
        catch (InvalidDataException exception)
        {
            findings.Fail(Rule.Readable, null, "an object that can be read to its end", null, exception.Message);
        }

        var hash = await hashing.FinishAsync(cancellationToken);
        if (!hashing.HasContent)
        {
            findings.Fail(Rule.Readable, null, "an object with something in it", null, "0 bytes");
        }

        return hash;
    }

    private async Task<Stream> OpenTextAsync(StoredObject stored, CancellationToken cancellationToken) =>
        TextOf(stored, await _land.OpenAsync(stored, cancellationToken));

    private static Stream TextOf(StoredObject stored, Stream bytes) =>
        stored.Location.Key.EndsWith(".gz", StringComparison.Ordinal) ? new WholeGzipStream(bytes) : bytes;

    private void CountRows(ObjectResult result)
    {
        if (result.Rows < _settings.MinimumRows)
        {
            result.Findings.Fail(Rule.MinimumRows, null, $"at least {_settings.MinimumRows} rows", null, $"{result.Rows} rows");
        }

        if (result.Rows > _settings.MaximumRows)
        {
            result.Findings.Fail(Rule.MaximumRows, null, $"at most {_settings.MaximumRows} rows", null, $"{result.Rows} rows");
        }
    }
}
