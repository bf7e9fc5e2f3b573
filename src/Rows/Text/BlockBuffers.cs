using System.Collections.Concurrent;
using Slipstream.Rows.Json;

namespace Slipstream.Rows.Text;

/// <summary>
/// The memory of all objects that are being read. Each has one buffer for itself; for blocks that are checked beside it there
/// are only so many, however many objects there are.
/// </summary>
/// <param name="beside">How many blocks may be checked beside those that are being read.</param>
/// <param name="size">The bytes of a block, unless a line is longer.</param>
public sealed class BlockBuffers(int beside, int size = BlockBuffers.Usual) : IDisposable
{
    /// <summary>Of this size two blocks and their tallies fit a core's own cache.</summary>
    public const int Usual = 512 * 1024;

    /// <summary>The bytes of a block, unless a line is longer.</summary>
    public int Size => size;

    private readonly ConcurrentBag<byte[]> _free = [];
    private readonly SemaphoreSlim _beside = new(beside);

    /// <summary>A buffer of <see cref="Size"/> and the slack.</summary>
    public byte[] Rent() => _free.TryTake(out var buffer) ? buffer : new byte[size + QuickJson.Slack];

    /// <summary>Gives a buffer back; one that grew for a long line is let go.</summary>
    public void Return(byte[] buffer)
    {
        if (buffer.Length == size + QuickJson.Slack)
        {
            _free.Add(buffer);
        }
    }

    /// <summary>Takes the right to have one more block beside those that are being read; false if there are enough.</summary>
    public bool TryGoBeside() => _beside.Wait(0);

    /// <summary>Gives the right back.</summary>
    public void BackFromBeside() => _beside.Release();

    /// <inheritdoc/>
    public void Dispose() => _beside.Dispose();
}
