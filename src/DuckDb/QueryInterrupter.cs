using Slipstream.DuckDb.Native;

namespace Slipstream.DuckDb;

/// <summary>
/// Interrupts a running query when it is cancelled. DuckDB forgets an interrupt that arrives before the query has begun,
/// or between two statements: so it is repeated until the query has ended.
/// </summary>
internal sealed class QueryInterrupter : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly Lock _gate = new();
    private readonly ConnectionHandle _connection;
    private readonly Timer _timer;
    private readonly CancellationTokenRegistration _registration;
    private bool _hasEnded;

    public QueryInterrupter(ConnectionHandle connection, CancellationToken cancellationToken)
    {
        _connection = connection;
        _timer = new Timer(_ => Interrupt(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _registration = cancellationToken.Register(() => _timer.Change(TimeSpan.Zero, Pause));
    }

    public void Dispose()
    {
        _registration.Dispose();
        lock (_gate)
        {
            _hasEnded = true;
        }

        _timer.Dispose();
    }

    private void Interrupt()
    {
        lock (_gate)
        {
            if (!_hasEnded)
            {
                NativeMethods.Interrupt(_connection);
            }
        }
    }
}
