using System.Collections.Concurrent;

namespace Slipstream.Testing.Aws.Protocols;

/// <summary>What clients sent that no client of ours should send, or the loopback AWS answered that AWS would not.</summary>
internal sealed class BreachLog
{
    private readonly ConcurrentQueue<string> _all = new();

    public IReadOnlyList<string> All => [.. _all];

    /// <summary>Notes it, and refuses the call.</summary>
    public AwsRefusalException Add(string code, string message, int status = 400)
    {
        _all.Enqueue(message);
        return new AwsRefusalException(code, message, status);
    }
}
