using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Slipstream.Metadata;

namespace Slipstream.Stages.TestExtract.Csv;

/// <summary>
/// Cuts a text into the records of RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180): values in quotes may hold
/// delimiters, line breaks and doubled quotes.
/// </summary>
internal sealed class CsvRecords : IDisposable
{
    private readonly CsvParser _parser;
    private readonly Action<CsvFault> _onFault;
    private readonly int _longest;
    private long _line;
    private bool _isFaulty;

    /// <param name="text">UTF-8 that was validated, without byte order mark. It stays the caller's.</param>
    /// <param name="layout">The delimiter.</param>
    /// <param name="longest">The longest value that is read, in characters.</param>
    /// <param name="onFault">Called for each record with quotes in wrong places, before the record is handed out.</param>
    public CsvRecords(Stream text, CsvLayout layout, int longest, Action<CsvFault> onFault)
    {
        _onFault = onFault;
        _longest = longest;
        var reader = new StreamReader(text, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16, leaveOpen: true);
        _parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Mode = CsvMode.RFC4180,
            Delimiter = layout.Delimiter.ToString(),
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            MaxFieldSize = longest,
            BadDataFound = fault => _isFaulty = true,
        });
    }

    /// <summary>The records in order, blank lines included: as one empty value.</summary>
    /// <exception cref="InvalidDataException">A value is longer than the longest that is read, or the stream is corrupt.</exception>
    public async IAsyncEnumerable<CsvRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await NextAsync())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var record = new CsvRecord(_line + 1, _parser.Record!);
            _line = _parser.RawRow;
            if (_isFaulty)
            {
                _isFaulty = false;
                _onFault(new CsvFault(record.Line, _parser.RawRecord));
            }

            yield return record;
        }
    }

    public void Dispose() => _parser.Dispose();

    private async Task<bool> NextAsync()
    {
        try
        {
            return await _parser.ReadAsync();
        }
        catch (MaxFieldSizeException exception)
        {
            throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"a value that starts on line {_line + 1} or later is longer than {_longest} characters, as after a quote that is never closed"), exception);
        }
    }
}
