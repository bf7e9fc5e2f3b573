using Slipstream.Rows.Json;

namespace Slipstream.Rows.Text;

/// <summary>
/// Cuts a stream into blocks of whole lines. The cuts depend on the bytes alone, not on how they arrive, so that each run gives
/// the same blocks. A line that is too long is passed over and counted.
/// </summary>
/// <param name="stream">The text; it stays the caller's.</param>
/// <param name="buffers">Memory.</param>
/// <param name="longestLine">The longest line that is read.</param>
/// <param name="mostLines">The most lines of a block.</param>
public sealed class BlockReader(Stream stream, BlockBuffers buffers, int longestLine, int mostLines = int.MaxValue)
{
    // Where lines are counted, little more than a block is read ahead: what is behind the block is copied to the next.
    private const int Piece = 128 * 1024;

    private byte[] _buffer = buffers.Rent();
    private int _length;
    private int _counted;
    private int _lines;
    private int _number;
    private long _line = 1;
    private bool _ended;
    private InvalidDataException? _failure;

    /// <summary>The next block, whose buffer is the caller's from then on; null at the end.</summary>
    /// <exception cref="InvalidDataException">The stream is corrupt from here on: all lines that ended before have been handed out.</exception>
    public async Task<Block?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await FillAsync(cancellationToken);
            EndLastLine();
            var end = EndOfBlock();
            if (end > 0)
            {
                return Cut(end, null);
            }

            if (_failure is not null)
            {
                throw _failure;
            }

            if (_ended)
            {
                return null;
            }

            if (_length > longestLine)
            {
                return await PassOverAsync(cancellationToken);
            }

            Grow();
        }
    }

    /// <summary>Whether there is no block behind the last one that was read.</summary>
    public bool IsAtEnd => _ended && _length == 0 && _failure is null;

    /// <summary>Gives back what is left.</summary>
    public void Release()
    {
        buffers.Return(_buffer);
        _buffer = [];
    }

    private int Capacity => _buffer.Length - QuickJson.Slack;

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        // One byte is left for the newline that the last line may lack.
        while (!_ended && _length < Capacity - 1 && !HasMostLines())
        {
            var room = Math.Min(Capacity - 1 - _length, mostLines == int.MaxValue ? int.MaxValue : Piece);
            var count = await ReadAsync(_buffer.AsMemory(_length, room), cancellationToken);
            _ended = count == 0;
            _length += count;
        }
    }

    private bool HasMostLines()
    {
        if (mostLines < int.MaxValue)
        {
            _lines += _buffer.AsSpan(_counted, _length - _counted).Count((byte)'\n');
            _counted = _length;
        }

        return _lines >= mostLines;
    }

    private int EndOfBlock()
    {
        var text = _buffer.AsSpan(0, _length);
        if (!HasMostLines())
        {
            return text.LastIndexOf((byte)'\n') + 1;
        }

        var end = 0;
        for (var line = 0; line < mostLines; line++)
        {
            end += text[end..].IndexOf((byte)'\n') + 1;
        }

        return end;
    }

    private async ValueTask<int> ReadAsync(Memory<byte> target, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.ReadAsync(target, cancellationToken);
        }
        catch (InvalidDataException exception)
        {
            _failure = exception;
            return 0;
        }
    }

    // Where the stream is whole and its last line lacks a newline.
    private void EndLastLine()
    {
        if (_ended && _failure is null && _length > 0 && _buffer[_length - 1] != '\n')
        {
            _buffer[_length++] = (byte)'\n';
        }
    }

    private Block Cut(int end, long? overlong)
    {
        var lines = _buffer.AsSpan(0, end).Count((byte)'\n');
        var block = new Block(_buffer, end, _number++, _line, lines, overlong);
        _line += lines;
        var rest = _buffer.AsSpan(end, _length - end);
        _buffer = buffers.Rent();
        if (Capacity <= rest.Length)
        {
            buffers.Return(_buffer);
            _buffer = new byte[block.Buffer.Length];
        }

        rest.CopyTo(_buffer);
        _length = rest.Length;
        (_counted, _lines) = (0, 0);
        return block;
    }

    private void Grow()
    {
        var most = Math.Max((long)longestLine + 2, buffers.Size);
        var larger = new byte[Math.Min(Capacity * 2L, most) + QuickJson.Slack];
        _buffer.AsSpan(0, _length).CopyTo(larger);
        buffers.Return(_buffer);
        _buffer = larger;
    }

    // An empty block says so; the lines behind are read as ever.
    private async Task<Block?> PassOverAsync(CancellationToken cancellationToken)
    {
        var end = 0;
        while (end == 0 && !_ended)
        {
            (_length, _counted, _lines) = (0, 0, 0);
            await FillAsync(cancellationToken);
            end = _buffer.AsSpan(0, _length).IndexOf((byte)'\n') + 1;
        }

        var overlong = _line++;
        _buffer.AsSpan(end, _length - end).CopyTo(_buffer);
        _length = end == 0 ? 0 : _length - end;
        return Cut(0, overlong);
    }
}
