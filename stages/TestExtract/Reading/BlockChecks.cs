using System.Collections.Concurrent;

namespace Slipstream.Stages.TestExtract.Reading;

/// <summary>Checks that wait for work: each is used by one thread at a time, and cleared before the next object.</summary>
internal sealed class BlockChecks(Func<IBlockCheck> create)
{
    private readonly ConcurrentBag<IBlockCheck> _free = [];

    public IBlockCheck Rent() => _free.TryTake(out var check) ? check : create();

    public void Return(IBlockCheck check)
    {
        check.Rows.Clear();
        _free.Add(check);
    }
}
