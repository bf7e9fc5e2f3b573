using Microsoft.Extensions.Logging;

namespace Slipstream.Stages.RunCurated.Verification;

/// <summary>What was found to be otherwise than committed; each is said as it is found.</summary>
internal sealed class Differences(ILogger logger)
{
    private int _count;

    public int Count => _count;

    public void Compare<T>(string what, T committed, T found)
        where T : notnull
    {
        if (!committed.Equals(found))
        {
            Interlocked.Increment(ref _count);
            Log.Difference(logger, what, $"{committed}", $"{found}");
        }
    }
}
