namespace Slipstream.Testing;

/// <summary>A request as <see cref="LoopbackHttp"/> received it.</summary>
/// <param name="Number">How many came before it.</param>
/// <param name="Path">Path and query.</param>
/// <param name="Stopping">Cancelled when the server stops.</param>
public sealed record LoopbackHttpRequest(int Number, string Path, CancellationToken Stopping)
{
    public string Method { get; init; } = "GET";

    /// <summary>The header's value; null if it was not sent.</summary>
    public Func<string, string?> Header { get; init; } = _ => null;

    /// <summary>The names of all headers that were sent.</summary>
    public IReadOnlyList<string> HeaderNames { get; init; } = [];

    public ReadOnlyMemory<byte> Body { get; init; }
}
