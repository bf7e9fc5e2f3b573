using Slipstream.Rows.Text;

namespace Slipstream.Stages.Tests.TestExtract.Reading;

/// <summary>Bytes that arrive in pieces of any size, as from a network.</summary>
internal sealed class TricklingStream(byte[] bytes, int seed) : ForwardStream
{
    private readonly Random _random = new(seed);
    private int _at;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        var count = Math.Min(Math.Min(buffer.Length, _random.Next(1, 5000)), bytes.Length - _at);
        bytes.AsMemory(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }
}
