using System.Net;
using System.Text;

namespace Slipstream.Stages.Extract.Http;

/// <summary>What the source answered to a request.</summary>
internal sealed record Answer
{
    // Enough to recognise an error page by.
    private const int ExcerptLength = 200;
    private const int MostBytesPerCharacter = 4;

    public required Uri Url { get; init; }

    /// <summary>The request's number, from 0.</summary>
    public required int Number { get; init; }

    public required HttpStatusCode Status { get; init; }

    /// <summary>How long the source asks to wait before the next try; null if it does not say.</summary>
    public required TimeSpan? RetryAfter { get; init; }

    public required byte[] Body { get; init; }

    public bool IsSuccess => (int)Status is >= 200 and <= 299;

    /// <summary>True if another try may succeed.</summary>
    public bool IsTransient => Status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)Status >= 500;

    /// <summary>The beginning of the body, on one line.</summary>
    public string Excerpt
    {
        get
        {
            var text = Encoding.UTF8.GetString(Body.AsSpan(0, Math.Min(Body.Length, ExcerptLength * MostBytesPerCharacter)));
            var line = string.Concat(text.Take(ExcerptLength).Select(c => char.IsControl(c) ? ' ' : c));
            return line.Length < text.Length ? line + "…" : line;
        }
    }
}
