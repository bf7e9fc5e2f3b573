using Slipstream.Rows.Text;

namespace Slipstream.Rows.Csv;

/// <summary>Stops a reader that takes in more and more without coming to the end of a record.</summary>
/// <param name="inner">The bytes; the stream stays the caller's.</param>
/// <param name="most">How many bytes a reader may take in for one record.</param>
internal sealed class RunawayStream(Stream inner, long most) : ForwardStream
{
    private long _count;

    /// <summary>A record has ended.</summary>
    public void Restart() => _count = 0;

    /// <exception cref="RunawayException">The record does not end.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_count > most)
        {
            throw new RunawayException();
        }

        var count = await inner.ReadAsync(buffer, cancellationToken);
        _count += count;
        return count;
    }
}
