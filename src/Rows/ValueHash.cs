using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Slipstream.Rows;

/// <summary>A fast 64-bit hash of a value, the same in each run: multiplications of 64 by 64 bits, folded.</summary>
public static class ValueHash
{
    private const ulong First = 0x9e3779b97f4a7c15;
    private const ulong Second = 0xd6e8feb86659fd93;
    private const ulong Third = 0xa0761d6478bd642f;

    /// <summary>The hash that all runs agree on.</summary>
    public static ulong Of(ReadOnlySpan<byte> value) => Of(value, Word(value), 0);

    /// <summary>Another hash for each seed.</summary>
    public static ulong Of(ReadOnlySpan<byte> value, ulong seed) => Of(value, Word(value), seed);

    /// <summary>The hash of a value whose <see cref="Word"/> is known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ReadOnlySpan<byte> value, ulong word, ulong seed) =>
        value.Length <= sizeof(ulong)
            ? Fold(Fold(word ^ Second, seed ^ First) ^ Third, (ulong)value.Length ^ Second)
            : OfLonger(value, word, seed);

    /// <summary>The first eight bytes, or as many as there are and zeros behind them; the first byte is the lowest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Word(ReadOnlySpan<byte> value) =>
        value.Length >= sizeof(ulong) ? BinaryPrimitives.ReadUInt64LittleEndian(value) : ShortWord(value);

    // Two reads that may overlap: where they do, they agree.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong ShortWord(ReadOnlySpan<byte> value)
    {
        var last = value.Length - 1;
        return value.Length switch
        {
            >= 4 => BinaryPrimitives.ReadUInt32LittleEndian(value) | (ulong)BinaryPrimitives.ReadUInt32LittleEndian(value[^4..]) << ((value.Length - 4) * 8),
            0 => 0,
            _ => value[0] | (ulong)value[last >> 1] << ((last >> 1) * 8) | (ulong)value[last] << (last * 8),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong OfLonger(ReadOnlySpan<byte> value, ulong word, ulong seed)
    {
        var hash = Fold(word ^ Second, seed ^ First);
        for (var at = sizeof(ulong); at < value.Length - 16; at += 16)
        {
            hash = Fold(
                BinaryPrimitives.ReadUInt64LittleEndian(value[at..]) ^ Second,
                BinaryPrimitives.ReadUInt64LittleEndian(value[(at + sizeof(ulong))..]) ^ hash);
        }

        // The last sixteen bytes, some of them perhaps for a second time.
        var before = BinaryPrimitives.ReadUInt64LittleEndian(value[Math.Max(0, value.Length - 16)..]);
        hash = Fold(BinaryPrimitives.ReadUInt64LittleEndian(value[^sizeof(ulong)..]) ^ Second, before ^ hash);
        return Fold(hash ^ Third, (ulong)value.Length ^ Second);
    }

    private static ulong Fold(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }
}
