namespace Slipstream.Stages.Extract.Http;

/// <summary>Gives every try its turn: no more of them in a second than allowed, and none while the source asks to wait.</summary>
internal sealed class Pace(int? perSecond, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly TimeSpan _interval = perSecond is { } most ? TimeSpan.FromSeconds(1) / most : TimeSpan.Zero;
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _next;

    /// <summary>Waits for a turn.</summary>
    public Task TurnAsync(CancellationToken cancellationToken)
    {
        var wait = TakeTurn();
        return wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>Lets no turn begin for a while.</summary>
    public void Hold(TimeSpan pause)
    {
        lock (_gate)
        {
            _next = Later(_next, time.GetElapsedTime(_start) + pause);
        }
    }

    /// <summary>Takes the next turn and tells how far off it is.</summary>
    internal TimeSpan TakeTurn()
    {
        lock (_gate)
        {
            var now = time.GetElapsedTime(_start);
            var turn = Later(now, _next);
            _next = turn + _interval;
            return turn - now;
        }
    }

    private static TimeSpan Later(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
