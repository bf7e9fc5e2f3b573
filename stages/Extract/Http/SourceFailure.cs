using System.Globalization;
using Slipstream.Contracts;

namespace Slipstream.Stages.Extract.Http;

/// <summary>The ways in which a source fails.</summary>
internal static class SourceFailure
{
    private const string Remedy = "Nothing has landed in part: run the stage again once the source is well.";

    /// <summary>No answer, after all tries.</summary>
    public static StageException NoAnswer(Uri url, int number, int tries, Exception cause) => StageException.OutsideFailed(
        $"Request {number} to '{url}' got no answer in {Tries(tries)}: {cause.Message.TrimEnd('.')}. Check SOURCE_URL, the network and REQUEST_TIMEOUT. {Remedy}",
        cause);

    /// <summary>An answer with an error's status, after all tries that make sense.</summary>
    public static StageException Refused(Answer answer, int tries) => StageException.OutsideFailed(
        $"Request {answer.Number} to '{answer.Url}' failed in {Tries(tries)}: the last answer has the status {(int)answer.Status} ({answer.Status}){Wait(answer)} and begins '{answer.Excerpt}'. {Advice(answer)} {Remedy}");

    /// <summary>A body that is not what an API answers.</summary>
    public static StageException Unreadable(Answer answer, string why, Exception? cause = null) => StageException.OutsideFailed(
        $"The answer to request {answer.Number} to '{answer.Url}' cannot be read: {why}. It begins '{answer.Excerpt}'. Check that SOURCE_URL is the API itself and no page in front of it. {Remedy}",
        cause);

    /// <summary>A body that can be read but is not a row.</summary>
    public static StageException OtherShape(Answer answer, string why) => StageException.DataFailed(
        $"The answer to request {answer.Number} to '{answer.Url}' has another shape than expected: {why}. It begins '{answer.Excerpt}'. Compare it with the API's documentation; nothing has landed in part.");

    private static string Tries(int tries) => tries == 1 ? "one try" : string.Create(CultureInfo.InvariantCulture, $"{tries} tries");

    private static string Wait(Answer answer) => answer.RetryAfter is { } wait
        ? string.Create(CultureInfo.InvariantCulture, $", asks to wait {wait.TotalSeconds:0} s")
        : string.Empty;

    private static string Advice(Answer answer) => answer switch
    {
        { Status: System.Net.HttpStatusCode.TooManyRequests } => "Lower CONCURRENCY or set REQUESTS_PER_SECOND.",
        { IsTransient: true } => "The source is in trouble.",
        _ => "Check SOURCE_URL.",
    };
}
