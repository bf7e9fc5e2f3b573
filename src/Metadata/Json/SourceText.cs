using System.Text;

namespace Slipstream.Metadata.Json;

/// <summary>The bytes of a file, and the way from an offset to line and column.</summary>
internal sealed class SourceText
{
    private readonly byte[] _bytes;
    private readonly List<int> _lineStarts = [0];

    public SourceText(byte[] bytes)
    {
        _bytes = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        for (var i = 0; i < _bytes.Length; i++)
        {
            if (_bytes[i] == '\n')
            {
                _lineStarts.Add(i + 1);
            }
        }
    }

    /// <summary>The text in UTF-8, without byte order mark.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    public Position At(int offset)
    {
        var found = _lineStarts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        var start = _lineStarts[line];
        return new Position(line + 1, Encoding.UTF8.GetCharCount(_bytes, start, offset - start) + 1);
    }

    /// <summary>The offset of a byte that is counted within its line; both from 0.</summary>
    public int Offset(long line, long byteInLine) => (int)Math.Min(_lineStarts[(int)line] + byteInLine, _bytes.Length);

    /// <summary>The character at an offset, for a message.</summary>
    public string Show(int offset) => offset >= _bytes.Length
        ? "the end of the file"
        : Excerpt.Of(Encoding.UTF8.GetString(_bytes.AsSpan(offset, Math.Min(4, _bytes.Length - offset))).EnumerateRunes().First().ToString());
}
