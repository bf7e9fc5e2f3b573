using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Slipstream.Rows.Text;

namespace Slipstream.Rows.Csv;

/// <summary>
/// Hands bytes on and says on which lines they are no UTF-8 text: a decoder behind it may replace what it cannot read
/// without anything going unnoticed.
/// </summary>
/// <param name="inner">The bytes; the stream stays the caller's.</param>
/// <param name="onFault">Called with a line, from 1, and what is there: at most once for each line.</param>
public sealed class Utf8Watch(Stream inner, Action<long, string> onFault) : ForwardStream
{
    private static readonly SearchValues<byte> Ends = SearchValues.Create([(byte)'\n', 0]);

    // The start of a character whose other bytes come with the next read.
    private readonly byte[] _pending = new byte[4];
    private int _pendingCount;
    private long _line = 1;
    private long _reported;

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken);
        if (count > 0)
        {
            Watch(buffer.Span[..count]);
        }
        else if (buffer.Length > 0 && _pendingCount > 0)
        {
            Report("a character that is cut off");
            _pendingCount = 0;
        }

        return count;
    }

    private void Watch(ReadOnlySpan<byte> bytes)
    {
        bytes = FinishPending(bytes);
        if (Utf8.IsValid(bytes))
        {
            CountLines(bytes);
            return;
        }

        while (!bytes.IsEmpty)
        {
            switch (Rune.DecodeFromUtf8(bytes, out var rune, out var length))
            {
                case OperationStatus.NeedMoreData:
                    bytes.CopyTo(_pending);
                    _pendingCount = bytes.Length;
                    return;
                case OperationStatus.InvalidData:
                    Report($"the byte 0x{bytes[0]:X2}");
                    break;
                default:
                    CountLines(bytes[..length]);
                    break;
            }

            bytes = bytes[length..];
        }
    }

    // At most three bytes are pending, so that one more at a time decides.
    private ReadOnlySpan<byte> FinishPending(ReadOnlySpan<byte> bytes)
    {
        while (_pendingCount > 0 && !bytes.IsEmpty)
        {
            _pending[_pendingCount] = bytes[0];
            var status = Rune.DecodeFromUtf8(_pending.AsSpan(0, _pendingCount + 1), out _, out _);
            if (status == OperationStatus.InvalidData)
            {
                Report($"the byte 0x{_pending[0]:X2}");
                _pendingCount = 0;
                return bytes;
            }

            bytes = bytes[1..];
            _pendingCount = status == OperationStatus.Done ? 0 : _pendingCount + 1;
        }

        return bytes;
    }

    private void CountLines(ReadOnlySpan<byte> bytes)
    {
        for (var at = bytes.IndexOfAny(Ends); at >= 0; at = bytes.IndexOfAny(Ends))
        {
            if (bytes[at] == 0)
            {
                Report("a null byte, as UTF-16 has them");
            }
            else
            {
                _line++;
            }

            bytes = bytes[(at + 1)..];
        }
    }

    private void Report(string found)
    {
        if (_reported != _line)
        {
            _reported = _line;
            onFault(_line, found);
        }
    }
}
