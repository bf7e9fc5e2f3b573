using Microsoft.Extensions.Logging;

namespace Slipstream.Stages.Extract;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "Asking {Url}: requests {First} to {Last}, {Concurrency} at once.")]
    public static partial void Asking(ILogger logger, Uri url, int first, int last, int concurrency);

    [LoggerMessage(LogLevel.Information, "Progress: {Answered} of {Requests} requests answered, {Retried} retries.")]
    public static partial void Progress(ILogger logger, long answered, int requests, long retried);

    [LoggerMessage(LogLevel.Warning, "Request {Number}: {Why}. Trying again in {Seconds} s (retry {Retry} of {Retries}).")]
    public static partial void Retry(ILogger logger, int number, string why, string seconds, int retry, int retries);

    [LoggerMessage(LogLevel.Information, "Found {Location}: its rows are not asked for again.")]
    public static partial void Found(ILogger logger, string location);

    [LoggerMessage(LogLevel.Information, "Landed {Location}: {Rows} rows, {Bytes} bytes, SHA-256 {Hash}.")]
    public static partial void Landed(ILogger logger, string location, long rows, long bytes, string hash);

    [LoggerMessage(LogLevel.Warning, "{Location} appeared while its rows were asked for, so another try has landed it. It stays; the rows of this try are dropped.")]
    public static partial void LandedByOther(ILogger logger, string location);

    [LoggerMessage(LogLevel.Information, "Would ask {Url}: requests {First} to {Last}, and write {Location}.")]
    public static partial void WouldAsk(ILogger logger, Uri url, int first, int last, string location);
}
