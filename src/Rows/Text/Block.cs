using Slipstream.Rows.Json;

namespace Slipstream.Rows.Text;

/// <summary>Whole lines of an object, each with its newline.</summary>
/// <param name="Buffer">Holds the lines from its start on, and <see cref="QuickJson.Slack"/> more bytes.</param>
/// <param name="Length">The bytes of the lines.</param>
/// <param name="Number">The number of the block, from 0.</param>
/// <param name="FirstLine">The number of its first line, from 1.</param>
/// <param name="Lines">How many lines there are.</param>
/// <param name="OverlongLine">A line before the first, which was passed over because it is too long; null for none.</param>
public readonly record struct Block(byte[] Buffer, int Length, int Number, long FirstLine, int Lines, long? OverlongLine)
{
    /// <summary>The lines, each with its newline.</summary>
    public ReadOnlySpan<byte> Text => Buffer.AsSpan(0, Length);

    /// <summary>Whether there is nothing on a line, given without its newline.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> line) => line is [] or [(byte)'\r'];
}
