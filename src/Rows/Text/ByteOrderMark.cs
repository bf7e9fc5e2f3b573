using System.Text;

namespace Slipstream.Rows.Text;

/// <summary>The three bytes that some programs put before a text in UTF-8.</summary>
public static class ByteOrderMark
{
    /// <summary>The text behind the mark, if there is one. The stream stays the caller's.</summary>
    public static async Task<(Stream Text, bool HasMark)> PassAsync(Stream text, CancellationToken cancellationToken)
    {
        var start = new byte[Encoding.UTF8.Preamble.Length];
        var count = await text.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        var hasMark = start.AsSpan(0, count).SequenceEqual(Encoding.UTF8.Preamble);
        return (new LeadStream(hasMark ? ReadOnlyMemory<byte>.Empty : start.AsMemory(0, count), text), hasMark);
    }
}
