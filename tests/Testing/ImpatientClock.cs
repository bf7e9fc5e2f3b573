using System.Collections.Concurrent;

namespace Slipstream.Testing;

/// <summary>A clock on which no wait takes any time; it remembers how long each would have been.</summary>
public sealed class ImpatientClock : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> _waits = new();

    /// <summary>The waits so far, in the order in which they began.</summary>
    public IReadOnlyList<TimeSpan> Waits => [.. _waits];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        // Another timer may be a time limit: it must not pass before its work.
        var isWait = period == Timeout.InfiniteTimeSpan && dueTime > TimeSpan.Zero;
        if (isWait)
        {
            _waits.Enqueue(dueTime);
        }

        return System.CreateTimer(callback, state, isWait ? TimeSpan.Zero : dueTime, period);
    }
}
