using System.Buffers;
using System.Security.Cryptography;
using Slipstream.ObjectStore;
using Slipstream.Rows.Text;

namespace Slipstream.Stages.TestExtract.Reading;

/// <summary>
/// Hashes what is read through it: the very bytes that were checked. It reads ahead in pieces of its own, because each small
/// read of a file costs a trip through the thread pool.
/// </summary>
internal sealed class HashingStream(Stream inner) : ForwardStream
{
    private const int Piece = 64 * 1024;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _piece = ArrayPool<byte>.Shared.Rent(Piece);
    private int _start;
    private int _end;

    /// <summary>Whether there was anything to read.</summary>
    public bool HasContent { get; private set; }

    /// <summary>Reads what is left and gives the hash of all bytes.</summary>
    public async Task<Sha256Hash> FinishAsync(CancellationToken cancellationToken)
    {
        await CopyToAsync(Null, cancellationToken);
        return Sha256Hash.FromBytes(_hash.GetCurrentHash());
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_start == _end)
        {
            (_start, _end) = (0, await inner.ReadAsync(_piece, cancellationToken));
            _hash.AppendData(_piece.AsSpan(0, _end));
            HasContent |= _end > 0;
        }

        var count = Math.Min(buffer.Length, _end - _start);
        _piece.AsMemory(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _piece.Length > 0)
        {
            _hash.Dispose();
            ArrayPool<byte>.Shared.Return(_piece);
            _piece = [];
        }

        base.Dispose(disposing);
    }
}
