using Slipstream.DuckDb.Functions;
using Slipstream.Rows;
using Slipstream.Rows.Types;

namespace Slipstream.Stages.RunCurated.Raw.Values;

/// <summary>A whole number of some bytes; with sign or without, the bits are the same.</summary>
internal sealed class WholeValue(WholeTypeRule rule, int width) : RawValue
{
    public override bool TrySet(DuckDbVector vector, int row, CellKind kind, ReadOnlySpan<byte> text)
    {
        if (!rule.TryValue(kind, text, out var number))
        {
            return false;
        }

        var value = unchecked((long)number);
        switch (width)
        {
            case sizeof(byte):
                vector.Set(row, unchecked((byte)value));
                break;
            case sizeof(short):
                vector.Set(row, unchecked((short)value));
                break;
            case sizeof(int):
                vector.Set(row, unchecked((int)value));
                break;
            default:
                vector.Set(row, value);
                break;
        }

        return true;
    }
}
