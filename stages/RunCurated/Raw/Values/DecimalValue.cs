using Slipstream.DuckDb.Functions;
using Slipstream.Rows;
using Slipstream.Rows.Types;

namespace Slipstream.Stages.RunCurated.Raw.Values;

/// <summary>An exact number: its digits as a whole number of some bytes.</summary>
internal sealed class DecimalValue(DecimalTypeRule rule, int width) : RawValue
{
    public override bool TrySet(DuckDbVector vector, int row, CellKind kind, ReadOnlySpan<byte> text)
    {
        if (!rule.TryValue(kind, text, out var digits))
        {
            return false;
        }

        switch (width)
        {
            case sizeof(short):
                vector.Set(row, (short)digits);
                break;
            case sizeof(int):
                vector.Set(row, (int)digits);
                break;
            case sizeof(long):
                vector.Set(row, (long)digits);
                break;
            default:
                vector.Set(row, digits);
                break;
        }

        return true;
    }
}
