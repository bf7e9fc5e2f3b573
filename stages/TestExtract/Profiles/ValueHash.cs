using System.Buffers.Binary;

namespace Slipstream.Stages.TestExtract.Profiles;

/// <summary>A fast 64-bit hash of a value, the same in each run: multiplications of 64 by 64 bits, folded.</summary>
internal static class ValueHash
{
    private const ulong First = 0x9e3779b97f4a7c15;
    private const ulong Second = 0xd6e8feb86659fd93;
    private const ulong Third = 0xa0761d6478bd642f;

    public static ulong Of(ReadOnlySpan<byte> value) => Of(value, 0);

    public static ulong Of(ReadOnlySpan<byte> value, ulong seed)
    {
        var hash = seed ^ First;
        var rest = value;
        while (rest.Length > 16)
        {
            hash = Fold(
                BinaryPrimitives.ReadUInt64LittleEndian(rest) ^ Second,
                BinaryPrimitives.ReadUInt64LittleEndian(rest[8..]) ^ hash);
            rest = rest[16..];
        }

        var (low, high) = Ends(rest);
        hash = Fold(low ^ Second, high ^ hash);
        return Fold(hash ^ Third, (ulong)value.Length ^ Second);
    }

    // Up to 16 bytes as two words, which may overlap: the length is mixed in later.
    private static (ulong Low, ulong High) Ends(ReadOnlySpan<byte> value) => value.Length switch
    {
        >= 8 => (BinaryPrimitives.ReadUInt64LittleEndian(value), BinaryPrimitives.ReadUInt64LittleEndian(value[^8..])),
        >= 4 => (BinaryPrimitives.ReadUInt32LittleEndian(value), BinaryPrimitives.ReadUInt32LittleEndian(value[^4..])),
        0 => (0, 0),
        _ => ((ulong)value[0] << 16 | (ulong)value[value.Length >> 1] << 8 | value[^1], 0),
    };

    private static ulong Fold(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }
}
