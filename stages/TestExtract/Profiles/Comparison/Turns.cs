namespace Slipstream.Stages.TestExtract.Profiles.Comparison;

/// <summary>
/// Lets work that was begun in an order go on in that order, however long each takes. What has begun must end, or all that
/// was begun after it waits; if it fails, all of these fail with it. Memory grows with what is under way only.
/// </summary>
internal sealed class Turns
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Turn> _underWay = new(StringComparer.Ordinal);
    private Task _last = Task.CompletedTask;

    /// <summary>Called one after another: this is the order.</summary>
    public void Begin(string key)
    {
        lock (_gate)
        {
            var turn = new Turn(_last);
            _underWay.Add(key, turn);
            _last = turn.Over;
        }
    }

    /// <summary>Ends when all that was begun before is over.</summary>
    public Task WaitAsync(string key, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _underWay[key].Before.WaitAsync(cancellationToken);
        }
    }

    /// <summary>May be called again: the second time does nothing.</summary>
    public void End(string key, Exception? failure)
    {
        lock (_gate)
        {
            if (_underWay.Remove(key, out var turn))
            {
                turn.End(failure);
            }
        }
    }

    private sealed class Turn
    {
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Turn(Task before)
        {
            Before = before;
            Over = BothAsync(before, _ended.Task);
        }

        public Task Before { get; }

        public Task Over { get; }

        public void End(Exception? failure)
        {
            if (failure is null)
            {
                _ended.SetResult();
            }
            else
            {
                _ended.SetException(failure);
            }
        }

        private static async Task BothAsync(Task before, Task ended)
        {
            await before;
            await ended;
        }
    }
}
