using System.Text;

namespace Slipstream.Testing;

/// <summary>What <see cref="LoopbackHttp"/> answers.</summary>
public sealed record LoopbackHttpReply(int Status, ReadOnlyMemory<byte> Body)
{
    public string ContentType { get; init; } = "application/json; charset=utf-8";

    /// <summary>The header Retry-After, if any.</summary>
    public string? RetryAfter { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>How long it is held back.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>True to break the connection off instead of answering.</summary>
    public bool IsBrokenOff { get; init; }

    public static LoopbackHttpReply BrokenOff { get; } = new(0, default) { IsBrokenOff = true };

    public static LoopbackHttpReply Json(string body) => new(200, Encoding.UTF8.GetBytes(body));

    public static LoopbackHttpReply Html(int status, string body) => new(status, Encoding.UTF8.GetBytes(body)) { ContentType = "text/html" };

    public static LoopbackHttpReply Error(int status) => new(status, Encoding.UTF8.GetBytes($$"""{"status":{{status}},"error":"no"}"""));
}
