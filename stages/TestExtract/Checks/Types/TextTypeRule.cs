using System.Buffers.Binary;
using Slipstream.Stages.TestExtract.Reading;

namespace Slipstream.Stages.TestExtract.Checks.Types;

/// <summary>Any text.</summary>
internal sealed class TextTypeRule : TypeRule
{
    public override TieBreak Ties => TieBreak.Text;

    public override bool TryRead(CellKind kind, ReadOnlySpan<byte> text, out ulong order)
    {
        order = OrderOf(text);
        return kind is CellKind.Text or CellKind.Plain;
    }

    /// <summary>The first eight bytes: most texts differ there.</summary>
    public static ulong OrderOf(ReadOnlySpan<byte> text)
    {
        if (text.Length >= sizeof(ulong))
        {
            return BinaryPrimitives.ReadUInt64BigEndian(text);
        }

        var order = 0UL;
        for (var i = 0; i < text.Length; i++)
        {
            order |= (ulong)text[i] << (56 - i * 8);
        }

        return order;
    }
}
