using System.Buffers.Text;

namespace Slipstream.Metadata.Inference;

/// <summary>Numbers too long or too large for anything but a double.</summary>
internal static class DoubleText
{
    public static bool IsFinite(ReadOnlySpan<byte> utf8) =>
        Utf8Parser.TryParse(utf8, out double number, out var read) && read == utf8.Length && double.IsFinite(number);
}
