using System.Collections.Concurrent;

namespace Slipstream.Testing.Aws.Roles;

/// <summary>All calls that were made with the credentials of a known role, refused ones among them, in their order.</summary>
public sealed class RoleRecord
{
    private readonly ConcurrentQueue<DecidedCall> _calls = new();

    /// <summary>What is being run, in words: it goes with each call.</summary>
    public string Scenario { get; set; } = "";

    public IReadOnlyList<DecidedCall> Calls => [.. _calls];

    /// <summary>The first call that was denied; null if none was.</summary>
    public DecidedCall? Denied => _calls.FirstOrDefault(call => !call.IsAllowed);

    public IEnumerable<DecidedCall> Of(string role) => _calls.Where(call => call.Call.Role == role);

    /// <summary>The record as JSON lines, which <c>CallRecord</c> of src/Iam reads.</summary>
    public string ToText() => string.Concat(_calls.Select(call => call.ToLine() + "\n"));

    public void Clear() => _calls.Clear();

    internal void Add(DecidedCall call) => _calls.Enqueue(call);
}
