using Slipstream.DuckDb.Functions;
using Slipstream.Rows;
using Slipstream.Rows.Types;

namespace Slipstream.Stages.RunCurated.Raw.Values;

/// <summary>true or false.</summary>
internal sealed class BooleanValue(BooleanTypeRule rule) : RawValue
{
    public override bool TrySet(DuckDbVector vector, int row, CellKind kind, ReadOnlySpan<byte> text)
    {
        var isOfType = rule.TryRead(kind, text, out var order);
        vector.Set(row, order != 0);
        return isOfType;
    }
}
