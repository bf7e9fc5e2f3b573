using System.Buffers;
using Slipstream.Contracts.Settings;
using Slipstream.Metadata;
using Slipstream.ObjectStore;
using Slipstream.ObjectStore.Handles;
using Slipstream.Stages.TestExtract.Profiles;
using Slipstream.Stages.TestExtract.Reading;

namespace Slipstream.Stages.TestExtract.Checks;

/// <summary>Reads one object from end to end and gathers what is wrong with it.</summary>
internal sealed class ObjectCheck(ReadHandle land, TableMetadata table, TestExtractSettings settings)
{
    public async Task<CheckedObject> RunAsync(StoredObject stored, CancellationToken cancellationToken)
    {
        var findings = new Findings(settings.Examples);
        var rows = new RowCounter(new RowCheck(table, findings), findings);
        Sha256Hash? hash = null;
        try
        {
            await using var bytes = await land.OpenAsync(stored, cancellationToken);
            await using var hashing = new HashingStream(bytes);
            await ReadRowsAsync(stored, hashing, rows, findings, cancellationToken);
            hash = await hashing.FinishAsync(cancellationToken);
        }
        catch (ObjectMissingException exception)
        {
            findings.Fail(Rule.Unchanged, null, "the same content from first to last", null, exception.Message);
        }

        if (rows.Count < settings.MinimumRows)
        {
            findings.Fail(Rule.MinimumRows, null, $"at least {settings.MinimumRows} rows", null, $"{rows.Count} rows");
        }

        return new CheckedObject { Stored = stored, Sha256 = hash, Rows = rows.Count, Findings = findings, Profile = new ObjectProfile(rows.Count, []) };
    }

    private static async Task ReadRowsAsync(
        StoredObject stored, HashingStream bytes, RowCounter rows, Findings findings, CancellationToken cancellationToken)
    {
        try
        {
            if (stored.Location.Key.EndsWith(".gz", StringComparison.Ordinal))
            {
                await using var text = new WholeGzipStream(bytes);
                await JsonLines.ReadAsync(text, rows.Read, cancellationToken);
            }
            else
            {
                await JsonLines.ReadAsync(bytes, rows.Read, cancellationToken);
            }
        }
        catch (InvalidDataException exception)
        {
            findings.Fail(Rule.Readable, null, "an object that can be read to its end", null, exception.Message);
        }
    }

    // A blank line is allowed at the end of an object only.
    private sealed class RowCounter(RowCheck check, Findings findings)
    {
        private long? _blank;

        public RowCheck Check => check;

        public long Count { get; private set; }

        public void Read(long line, ReadOnlySequence<byte> bytes)
        {
            if (IsBlank(bytes))
            {
                _blank ??= line;
                return;
            }

            if (_blank is { } blank)
            {
                findings.Fail(Rule.JsonObject, null, "one JSON object on each line", blank, "a blank line before the last row");
                _blank = null;
            }

            Count++;
            check.Check(line, bytes);
        }

        private static bool IsBlank(ReadOnlySequence<byte> bytes) => bytes.Length <= 1 && (bytes.IsEmpty || bytes.FirstSpan[0] == '\r');
    }
}
