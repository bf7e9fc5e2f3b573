namespace Slipstream.Rows.Text;

/// <summary>A stream, which stays the caller's, and some more bytes when it has ended.</summary>
internal sealed class FollowedStream(Stream first, byte[] after) : ForwardStream
{
    private int _position;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await first.ReadAsync(buffer, cancellationToken);
        if (count > 0 || buffer.Length == 0)
        {
            return count;
        }

        var rest = after.AsMemory(_position, Math.Min(buffer.Length, after.Length - _position));
        rest.CopyTo(buffer);
        _position += rest.Length;
        return rest.Length;
    }
}
