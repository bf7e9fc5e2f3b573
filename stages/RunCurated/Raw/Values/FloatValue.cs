using Slipstream.DuckDb.Functions;
using Slipstream.Rows;
using Slipstream.Rows.Types;

namespace Slipstream.Stages.RunCurated.Raw.Values;

/// <summary>A floating-point number. One of 16 bits is one of 32 in DuckDB.</summary>
internal sealed class FloatValue(FloatTypeRule rule, bool isDouble) : RawValue
{
    public override bool TrySet(DuckDbVector vector, int row, CellKind kind, ReadOnlySpan<byte> text)
    {
        if (!rule.TryValue(kind, text, out var number))
        {
            return false;
        }

        if (isDouble)
        {
            vector.Set(row, number);
        }
        else
        {
            vector.Set(row, (float)number);
        }

        return true;
    }
}
