using System.Buffers;
using System.Buffers.Text;

namespace Slipstream.Rows.Types;

/// <summary>Bytes, written in base64 with padding and without spaces; of an exact length if one is given.</summary>
public sealed class BinaryTypeRule(int? length) : TypeRule
{
    /// <inheritdoc/>
    public override TieBreak Ties => TieBreak.Text;

    /// <inheritdoc/>
    public override bool HasOrder => false;

    /// <inheritdoc/>
    public override bool TryRead(CellKind kind, ReadOnlySpan<byte> text, out ulong order)
    {
        order = TextTypeRule.OrderOf(text);
        return kind is CellKind.Text or CellKind.Plain
            && TryLength(text, out var bytes)
            && (length is null || bytes == length);
    }

    /// <summary>The bytes, if they are of the type, in the room, which is at least as long as the text.</summary>
    public bool TryValue(CellKind kind, ReadOnlySpan<byte> text, Span<byte> room, out int count)
    {
        count = 0;
        return TryRead(kind, text, out _) && Base64.DecodeFromUtf8(text, room, out _, out count) == OperationStatus.Done;
    }

    /// <summary>How many bytes a base64 text stands for.</summary>
    public static bool TryLength(ReadOnlySpan<byte> text, out int bytes)
    {
        bytes = 0;
        return !text.ContainsAny(" \t\r\n"u8) && Base64.IsValid(text, out bytes);
    }
}
