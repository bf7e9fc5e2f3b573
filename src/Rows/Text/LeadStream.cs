namespace Slipstream.Rows.Text;

/// <summary>Bytes that were read ahead, and then the stream they came from, which stays the caller's.</summary>
public sealed class LeadStream(ReadOnlyMemory<byte> lead, Stream rest) : ForwardStream
{
    private ReadOnlyMemory<byte> _lead = lead;

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_lead.IsEmpty)
        {
            return await rest.ReadAsync(buffer, cancellationToken);
        }

        var count = Math.Min(buffer.Length, _lead.Length);
        _lead[..count].CopyTo(buffer);
        _lead = _lead[count..];
        return count;
    }
}
