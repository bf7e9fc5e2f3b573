using System.Numerics;
using Slipstream.Metadata.Types;

namespace Slipstream.Metadata.Values;

/// <summary>The least and the greatest number of each type of whole numbers.</summary>
internal static class WholeRanges
{
    public static (BigInteger Least, BigInteger Greatest)? Of(ColumnType type) => (type as SimpleType)?.Kind switch
    {
        SimpleKind.Int8 => (sbyte.MinValue, sbyte.MaxValue),
        SimpleKind.Int16 => (short.MinValue, short.MaxValue),
        SimpleKind.Int => (int.MinValue, int.MaxValue),
        SimpleKind.Long => (long.MinValue, long.MaxValue),
        SimpleKind.UInt8 => (byte.MinValue, byte.MaxValue),
        SimpleKind.UInt16 => (ushort.MinValue, ushort.MaxValue),
        SimpleKind.UInt32 => (uint.MinValue, uint.MaxValue),
        SimpleKind.UInt64 => (ulong.MinValue, ulong.MaxValue),
        _ => null,
    };
}
