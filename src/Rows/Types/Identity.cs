using System.Buffers.Binary;

namespace Slipstream.Rows.Types;

/// <summary>What makes two values of a type the same: 1.0 and 1 are one number, 'a' and 'A' are two texts.</summary>
public static class Identity
{
    /// <summary>More bytes than a number needs: its digits, sign and point.</summary>
    public static int Room(ReadOnlySpan<byte> text) => text.Length + 16;

    /// <summary>Bytes that are the same for the same value, in the room or where the text is.</summary>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> text, ulong order, TieBreak ties, Span<byte> room)
    {
        switch (ties)
        {
            case TieBreak.None:
                BinaryPrimitives.WriteUInt64LittleEndian(room, order);
                return room[..sizeof(ulong)];
            case TieBreak.Number when NumberText.TryParse(text, out var number):
                return room[..number.Write(room)];
            default:
                text.CopyTo(room);
                return room[..text.Length];
        }
    }
}
