using Microsoft.Extensions.Logging;

namespace Slipstream.Stages.TestExtract;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "Objects in '{Folder}': {Count}.")]
    public static partial void LandIsDone(ILogger logger, long count, string folder);

    [LoggerMessage(LogLevel.Information, "So far: {Objects} objects ({Bytes} bytes), of which {Failed} failed.")]
    public static partial void Progress(ILogger logger, long objects, long failed, long bytes);

    [LoggerMessage(LogLevel.Error, "SKIPPED '{Location}': an earlier run rejected it, and neither the object nor the rules have changed. Its findings are in '{Findings}'.")]
    public static partial void Skipped(ILogger logger, string location, string findings);

    [LoggerMessage(LogLevel.Information, "Checking '{Location}' ({Bytes} bytes).")]
    public static partial void ObjectFound(ILogger logger, string location, long bytes);

    [LoggerMessage(LogLevel.Information, "PASSED '{Location}': {Rows} rows.")]
    public static partial void Passed(ILogger logger, string location, long rows);

    [LoggerMessage(LogLevel.Error, "FAILED '{Location}': {Subject}: expected {Expected}; {Count} times.")]
    public static partial void Failed(ILogger logger, string location, string subject, string expected, long count);

    [LoggerMessage(LogLevel.Error, "  {Line}found {Found}")]
    public static partial void FailedHere(ILogger logger, string line, string found);

    [LoggerMessage(LogLevel.Warning, "'{Location}': {Subject}: expected {Expected}; {Count} times.")]
    public static partial void Doubtful(ILogger logger, string location, string subject, string expected, long count);

    [LoggerMessage(LogLevel.Information, "Copied '{Location}' to '{Target}' and verified it: SHA-256 {Sha256}.")]
    public static partial void Copied(ILogger logger, string location, string target, string sha256);

    [LoggerMessage(LogLevel.Warning, "'{Location}' stays in land: QUARANTINE_PATH is not set.")]
    public static partial void StaysInLand(ILogger logger, string location);

    [LoggerMessage(LogLevel.Warning, "Replaced while it was being checked: {Message}")]
    public static partial void ReplacedMeanwhile(ILogger logger, string message);

    [LoggerMessage(LogLevel.Error, "'{Location}' has the SHA-256 {Sha256}, but '{Target}' holds other bytes since an earlier run: {TargetSha256}. History is never replaced: the object stays where it is. Find out which one is right; land the new one under a timestamp of its own.")]
    public static partial void HistoryDiffers(ILogger logger, string location, string sha256, string target, string targetSha256);

    [LoggerMessage(LogLevel.Error, "NOT RELEASED: {Message}")]
    public static partial void NotReleased(ILogger logger, string message);

    [LoggerMessage(LogLevel.Information, "Plan: '{Location}' would go to {Target}.")]
    public static partial void WouldMove(ILogger logger, string location, string target);
}
