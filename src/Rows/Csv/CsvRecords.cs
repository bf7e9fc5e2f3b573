using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Slipstream.Metadata;

namespace Slipstream.Rows.Csv;

/// <summary>
/// Cuts a text into the records of RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180): values in quotes may hold
/// delimiters, line breaks and doubled quotes.
/// </summary>
public sealed class CsvRecords : IDisposable
{
    // How much a reader takes in before it looks for the end of a record.
    private const int ReadAhead = 1 << 16;

    private readonly RunawayStream _bytes;
    private readonly CsvParser _parser;
    private long _line;
    private bool _isFaulty;

    /// <param name="text">UTF-8 that was validated, without byte order mark. It stays the caller's.</param>
    /// <param name="layout">The delimiter.</param>
    /// <param name="longest">The longest record that is read, in bytes.</param>
    public CsvRecords(Stream text, CsvLayout layout, int longest)
    {
        _bytes = new RunawayStream(text, longest + (2L * ReadAhead));
        var reader = new StreamReader(_bytes, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false, ReadAhead, leaveOpen: true);
        _parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Mode = CsvMode.RFC4180,
            Delimiter = layout.Delimiter.ToString(),
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            BadDataFound = _ => _isFaulty = true,
        });
    }

    /// <summary>The line on which a record starts that is far too long: nothing behind it was read. Null if there is none.</summary>
    public long? RunawayLine { get; private set; }

    /// <summary>The records in order, blank lines included.</summary>
    /// <exception cref="InvalidDataException">The stream is corrupt.</exception>
    public async IAsyncEnumerable<CsvRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await NextAsync())
        {
            cancellationToken.ThrowIfCancellationRequested();
            _bytes.Restart();
            var fields = _parser.Record!;
            var isBlank = fields is [""] && !_parser.RawRecord.Contains('"', StringComparison.Ordinal);
            yield return new CsvRecord(_line + 1, fields, isBlank, _isFaulty);
            _line = _parser.RawRow;
            _isFaulty = false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _parser.Dispose();

    private async Task<bool> NextAsync()
    {
        try
        {
            return await _parser.ReadAsync();
        }
        catch (RunawayException)
        {
            RunawayLine = _line + 1;
            return false;
        }
    }
}
