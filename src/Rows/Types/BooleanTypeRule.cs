using System.Text;

namespace Slipstream.Rows.Types;

/// <summary>true or false; in CSV in any case.</summary>
public sealed class BooleanTypeRule : TypeRule
{
    /// <inheritdoc/>
    public override bool TryRead(CellKind kind, ReadOnlySpan<byte> text, out ulong order)
    {
        var isTrue = kind == CellKind.True || (kind == CellKind.Plain && Ascii.EqualsIgnoreCase(text, "true"u8));
        order = isTrue ? 1UL : 0;
        return isTrue || kind == CellKind.False || (kind == CellKind.Plain && Ascii.EqualsIgnoreCase(text, "false"u8));
    }
}
