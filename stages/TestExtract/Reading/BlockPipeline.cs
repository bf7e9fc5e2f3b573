using System.Collections.Concurrent;
using Slipstream.Rows.Text;
using Slipstream.Stages.TestExtract.Checks;
using Slipstream.Stages.TestExtract.Profiles;

namespace Slipstream.Stages.TestExtract.Reading;

/// <summary>
/// Reads one object: cuts and decompresses on one thread, and gives blocks to others for as long as there may be more of
/// them; a block beyond that, and the only block of a small object, is checked on the spot. So no thread ever waits.
/// </summary>
internal sealed class BlockPipeline(BlockBuffers buffers, BlockChecks checks, ObjectResult result)
{
    private readonly ConcurrentBag<IBlockCheck> _used = [];
    private readonly List<Task> _beside = [];

    /// <summary>Reads to the end of the stream.</summary>
    /// <exception cref="InvalidDataException">The stream is corrupt somewhere; all before has been checked.</exception>
    public async Task RunAsync(Stream text, int longestLine, CancellationToken cancellationToken)
    {
        var reader = new BlockReader(text, buffers, longestLine);
        try
        {
            while (await reader.ReadAsync(cancellationToken) is { } block)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Start(block, isLast: reader.IsAtEnd);
            }
        }
        finally
        {
            await Task.WhenAll(_beside);
            reader.Release();
        }
    }

    /// <summary>The tallies of all rows; the checks then serve other objects.</summary>
    public ObjectProfile TakeProfile()
    {
        var all = checks.Rent();
        foreach (var check in _used)
        {
            all.Rows.Profile.Merge(check.Rows.Profile);
            checks.Return(check);
        }

        var profile = all.Rows.Profile.ToProfile(result.Rows, result.Shapes);
        checks.Return(all);
        return profile;
    }

    private void Start(Block block, bool isLast)
    {
        if (isLast || !buffers.TryGoBeside())
        {
            Check(block);
            return;
        }

        _beside.RemoveAll(task => task.IsCompletedSuccessfully);
        _beside.Add(Task.Run(() => CheckBeside(block)));
    }

    private void CheckBeside(Block block)
    {
        try
        {
            Check(block);
        }
        finally
        {
            buffers.BackFromBeside();
        }
    }

    private void Check(Block block)
    {
        var check = _used.TryTake(out var used) ? used : checks.Rent();
        var part = result.NewPart();
        check.Check(block, part);
        _used.Add(check);
        buffers.Return(block.Buffer);
        result.Add(block.Number, part);
    }
}
