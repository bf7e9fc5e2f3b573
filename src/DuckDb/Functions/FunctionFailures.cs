using System.Runtime.ExceptionServices;

namespace Slipstream.DuckDb.Functions;

/// <summary>What the sources of a connection's running statement have thrown: DuckDB keeps messages only.</summary>
internal sealed class FunctionFailures
{
    private ExceptionDispatchInfo? _first;

    /// <summary>The token of the running statement.</summary>
    public CancellationToken Token { get; private set; }

    /// <summary>A statement begins.</summary>
    public void Begin(CancellationToken token)
    {
        _first = null;
        Token = token;
    }

    /// <summary>Keeps the first one: what follows it is its consequence.</summary>
    public void Keep(ExceptionDispatchInfo failure) => Interlocked.CompareExchange(ref _first, failure, null);

    /// <summary>Throws what was kept, if anything was.</summary>
    public void ThrowFirst() => _first?.Throw();
}
