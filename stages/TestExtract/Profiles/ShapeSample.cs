using System.Buffers.Binary;

namespace Slipstream.Stages.TestExtract.Profiles;

/// <summary>
/// The shapes of the values in some rows: each of the first 1,024 lines of an object and every 64th line after them, which
/// then counts 64 times. Which lines these are depends on nothing else, so each run gives the same shares.
/// </summary>
internal sealed class ShapeSample
{
    private const int FirstLines = 1024;
    private const int Step = 64;
    private const int Header = 2 * sizeof(int);

    private byte[] _bytes = new byte[1024];
    private int _length;

    /// <summary>How often a line counts; 0 for one that is not in the sample.</summary>
    public static int WeightOf(long line) => line <= FirstLines ? 1 : line % Step == 0 ? Step : 0;

    public void Clear() => _length = 0;

    public void Add(int slot, ReadOnlySpan<byte> text, int weight)
    {
        if (_bytes.Length - _length < Header + 1 + Shape.MostBytes)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        var target = _bytes.AsSpan(_length);
        BinaryPrimitives.WriteInt32LittleEndian(target, slot);
        BinaryPrimitives.WriteInt32LittleEndian(target[sizeof(int)..], weight);
        var length = Shape.Write(text, target[(Header + 1)..]);
        target[Header] = (byte)length;
        _length += Header + 1 + length;
    }

    /// <summary>Hands on each shape in the order in which they were added.</summary>
    public void CopyTo(Action<int, ReadOnlyMemory<byte>, int> target)
    {
        for (var at = 0; at < _length;)
        {
            var slot = BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(at));
            var weight = BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(at + sizeof(int)));
            var length = _bytes[at + Header];
            target(slot, _bytes.AsMemory(at + Header + 1, length), weight);
            at += Header + 1 + length;
        }
    }
}
