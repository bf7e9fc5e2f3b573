using System.Buffers;
using Slipstream.DuckDb.Functions;
using Slipstream.Rows;
using Slipstream.Rows.Types;

namespace Slipstream.Stages.RunCurated.Raw.Values;

/// <summary>The bytes that a base64 text stands for.</summary>
internal sealed class BinaryValue(BinaryTypeRule rule) : RawValue
{
    public override bool TrySet(DuckDbVector vector, int row, CellKind kind, ReadOnlySpan<byte> text)
    {
        var room = ArrayPool<byte>.Shared.Rent(text.Length);
        var isOfType = rule.TryValue(kind, text, room, out var count);
        vector.SetText(row, room.AsSpan(0, count));
        ArrayPool<byte>.Shared.Return(room);
        return isOfType;
    }
}
