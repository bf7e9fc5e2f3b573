using System.Buffers.Binary;
using Slipstream.Stages.TestExtract.Profiles;
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
    public static ulong OrderOf(ReadOnlySpan<byte> text) => BinaryPrimitives.ReverseEndianness(ValueHash.Word(text));
}
