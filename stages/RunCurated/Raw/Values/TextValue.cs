using Slipstream.DuckDb.Functions;
using Slipstream.Rows;

namespace Slipstream.Stages.RunCurated.Raw.Values;

/// <summary>Any text.</summary>
internal sealed class TextValue : RawValue
{
    public override bool TrySet(DuckDbVector vector, int row, CellKind kind, ReadOnlySpan<byte> text)
    {
        vector.SetText(row, text);
        return kind is CellKind.Text or CellKind.Plain;
    }
}
