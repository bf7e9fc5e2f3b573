using System.Buffers.Binary;

namespace Slipstream.Rows.Types;

/// <summary>Any text.</summary>
public sealed class TextTypeRule : TypeRule
{
    /// <inheritdoc/>
    public override TieBreak Ties => TieBreak.Text;

    /// <inheritdoc/>
    public override bool TryRead(CellKind kind, ReadOnlySpan<byte> text, out ulong order)
    {
        order = OrderOf(text);
        return kind is CellKind.Text or CellKind.Plain;
    }

    /// <summary>The first eight bytes: most texts differ there.</summary>
    public static ulong OrderOf(ReadOnlySpan<byte> text) => BinaryPrimitives.ReverseEndianness(ValueHash.Word(text));
}
