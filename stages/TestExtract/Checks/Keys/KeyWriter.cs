using System.Buffers.Binary;
using Slipstream.Rows;
using Slipstream.Rows.Types;

namespace Slipstream.Stages.TestExtract.Checks.Keys;

/// <summary>Puts the values of a key one behind the other, each with its length, so that two keys have the same bytes only if they are the same.</summary>
internal sealed class KeyWriter
{
    private const ulong HighSeed = 0x8ebc6af09c88c6e3;
    private const ulong LowSeed = 0x589965cc75374cc3;

    private byte[] _bytes = new byte[64];
    private int _length;

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    public void Clear() => _length = 0;

    public void Add(ReadOnlySpan<byte> text, ulong order, TieBreak ties)
    {
        var room = sizeof(int) + Identity.Room(text);
        if (_bytes.Length - _length < room)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + room));
        }

        var value = Identity.Of(text, order, ties, _bytes.AsSpan(_length + sizeof(int)));
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(_length), value.Length);
        _length += sizeof(int) + value.Length;
    }

    public KeyEntry Entry(long line) => new(ValueHash.Of(Bytes, HighSeed), ValueHash.Of(Bytes, LowSeed), line);
}
