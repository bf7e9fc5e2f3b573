
namespace Slipstream.Rows.Types;

/// <summary>Nothing but null.</summary>
public sealed class NullTypeRule : TypeRule
{
    /// <inheritdoc/>
    public override bool HasOrder => false;

    /// <inheritdoc/>
    public override bool TryRead(CellKind kind, ReadOnlySpan<byte> text, out ulong order)
    {
        order = 0;
        return false;
    }
}
