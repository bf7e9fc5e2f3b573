using Slipstream.DuckDb.Functions;
using Slipstream.Rows;

namespace Slipstream.Stages.RunCurated.Raw.Values;

/// <summary>Nothing but null.</summary>
internal sealed class NoValue : RawValue
{
    public override bool TrySet(DuckDbVector vector, int row, CellKind kind, ReadOnlySpan<byte> text) => false;
}
