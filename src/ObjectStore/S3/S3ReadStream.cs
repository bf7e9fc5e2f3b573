using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using S3Location = Slipstream.Contracts.S3Location;

namespace Slipstream.ObjectStore.S3;

/// <summary>
/// The bytes of one object, forward only. A connection that breaks or falls silent is opened again where it broke, and
/// only for the same content: the entity tag goes with every request.
/// </summary>
internal sealed class S3ReadStream(IAmazonS3 client, S3Patience patience, S3Location location, GetObjectResponse first, TimeSpan silence) : Stream
{
    private const int MostResumes = 5;

    private readonly long _length = first.ContentLength;
    private readonly string _etag = S3Answers.Unquoted(first.ETag);
    private GetObjectResponse _response = first;
    private long _position;
    private int _resumes;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => _length;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException("An object of S3 is read from start to end.");
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            try
            {
                return Advance(await ReadPatientlyAsync(buffer, cancellationToken), buffer.Length);
            }
            catch (Exception exception) when (S3Failures.IsOutside(exception, cancellationToken))
            {
                await ResumeAsync(exception, cancellationToken);
            }
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // For libraries that read no other way; without patience and resumption.
    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return Advance(_response.ResponseStream.Read(buffer, offset, count), count);
        }
        catch (Exception exception) when (S3Failures.IsOutside(exception, CancellationToken.None))
        {
            throw S3Failures.Failed("GetObject", location, exception);
        }
    }

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _response.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Advance(int read, int wanted)
    {
        if (read == 0 && wanted > 0 && _position < _length)
        {
            throw new EndOfStreamException($"The connection ended after {_position} of {_length} bytes.");
        }

        _position += read;
        return read;
    }

    private async Task<int> ReadPatientlyAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        using var impatience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        impatience.CancelAfter(silence);
        return await _response.ResponseStream.ReadAsync(buffer, impatience.Token);
    }

    private async Task ResumeAsync(Exception cause, CancellationToken cancellationToken)
    {
        // A checksum that differs at the end would differ again, and bytes that were handed out cannot be taken back.
        if (++_resumes > MostResumes || _position >= _length || cause is AmazonClientException)
        {
            throw S3Failures.Failed("GetObject", location, cause);
        }

        _response.Dispose();
        _response = await S3Failures.TranslateAsync(
            "GetObject",
            location,
            () => patience.CallAsync(
                location, () => client.GetObjectAsync(S3Requests.GetRest(location, _etag, _position, _length - 1), cancellationToken), cancellationToken),
            cancellationToken);
    }
}
