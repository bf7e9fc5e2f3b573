using System.IO.Compression;

namespace Slipstream.Rows.Text;

/// <summary>
/// Decompresses gzip and refuses a file that was cut off. <see cref="GZipStream"/> takes the end of its input for the end
/// of the data, wherever that is. So a small member of our own is appended to the input: it comes out at the end if, and
/// only if, everything before it was whole.
/// </summary>
public sealed class WholeGzipStream : ForwardStream
{
    private static readonly byte[] Sentinel = [0x9b, 0x1f, 0xe3, 0x52, 0x0c, 0xa7, 0x44, 0xd8, 0x61, 0xf0, 0x2e, 0x93, 0x7a, 0x05, 0xbc, 0x68];
    private static readonly byte[] SentinelMember = Compress(Sentinel);

    private readonly GZipStream _gzip;
    private readonly byte[] _held = new byte[Sentinel.Length];
    private int _heldCount;
    private bool _ended;

    public WholeGzipStream(Stream compressed) =>
        _gzip = new GZipStream(new FollowedStream(compressed, SentinelMember), CompressionMode.Decompress, leaveOpen: true);

    /// <summary>Reads decompressed bytes into the caller's buffer, always holding back as many as the sentinel has.</summary>
    /// <exception cref="InvalidDataException">The data are corrupt, cut off, or followed by something else.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length > Sentinel.Length || buffer.IsEmpty)
        {
            return await ReadIntoAsync(buffer, cancellationToken);
        }

        var larger = new byte[buffer.Length + Sentinel.Length];
        var count = await ReadIntoAsync(larger, cancellationToken);
        larger.AsSpan(0, count).CopyTo(buffer.Span);
        return count;
    }

    private async ValueTask<int> ReadIntoAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (!_ended && !buffer.IsEmpty)
        {
            _held.AsSpan(0, _heldCount).CopyTo(buffer.Span);
            var count = await _gzip.ReadAsync(buffer[_heldCount..], cancellationToken);
            if (count == 0)
            {
                RequireSentinel();
                break;
            }

            var all = buffer.Span[..(_heldCount + count)];
            var released = Math.Max(0, all.Length - Sentinel.Length);
            all[released..].CopyTo(_held);
            _heldCount = all.Length - released;
            if (released > 0)
            {
                return released;
            }
        }

        return 0;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _gzip.Dispose();
        }

        base.Dispose(disposing);
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return compressed.ToArray();
    }

    private void RequireSentinel()
    {
        _ended = true;
        if (!_held.AsSpan(0, _heldCount).SequenceEqual(Sentinel))
        {
            throw new InvalidDataException("the gzip data end before their last block, or something follows them");
        }
    }
}
