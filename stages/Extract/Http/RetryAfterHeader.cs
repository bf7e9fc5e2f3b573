using System.Net.Http.Headers;

namespace Slipstream.Stages.Extract.Http;

/// <summary>Both forms of the header, https://www.rfc-editor.org/rfc/rfc9110#name-retry-after.</summary>
internal static class RetryAfterHeader
{
    /// <summary>How long to wait, never less than nothing; null without a header that can be read.</summary>
    public static TimeSpan? Read(RetryConditionHeaderValue? header, DateTimeOffset now) => header switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > now ? date - now : TimeSpan.Zero,
        _ => null,
    };
}
