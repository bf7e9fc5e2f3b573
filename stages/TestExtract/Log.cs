using Microsoft.Extensions.Logging;

namespace Slipstream.Stages.TestExtract;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "So far: {Objects} objects ({Bytes} bytes), of which {Failed} failed.")]
    public static partial void Progress(ILogger logger, long objects, long failed, long bytes);

    [LoggerMessage(LogLevel.Error, "SKIPPED '{Location}': an earlier run rejected it, and neither the object nor the rules have changed. Its findings are in '{Findings}'.")]
    public static partial void Skipped(ILogger logger, string location, string findings);

    [LoggerMessage(LogLevel.Information, "Checking '{Location}' ({Bytes} bytes).")]
    public static partial void ObjectFound(ILogger logger, string location, long bytes);

    [LoggerMessage(LogLevel.Information, "Further objects {Which} are counted, and not named here.")]
    public static partial void NotNamed(ILogger logger, string which);

    [LoggerMessage(LogLevel.Information, "CHECKED {Objects}, {Rows} rows: {Passed} passed, {Failed} rejected.")]
    public static partial void Checked(ILogger logger, string objects, string rows, string passed, string failed);

    [LoggerMessage(LogLevel.Information, "FINDINGS in {Folder}")]
    public static partial void FindingsBelow(ILogger logger, string folder);

    [LoggerMessage("{Line}")]
    public static partial void FindingsLine(ILogger logger, LogLevel level, string line);

    [LoggerMessage("{Verdict} '{Location}': {Rows} rows, {Bytes} bytes.")]
    public static partial void ObjectJudged(ILogger logger, LogLevel level, string verdict, string location, long rows, long bytes);

    [LoggerMessage("{Severity} in '{Location}': column {Column}, rule {Rule}: expected {Expected}; {Count} times: {Examples}")]
    public static partial void Found(ILogger logger, LogLevel level, string severity, string location, string? column, string rule, string expected, long count, string[] examples);

    [LoggerMessage(LogLevel.Warning, "{Count} more findings: see {Rest}")]
    public static partial void FindingsLeftOut(ILogger logger, long count, string rest);

    [LoggerMessage(LogLevel.Warning, "Column '{Column}' ({Type}) is in {Rows} rows and not in the metadata.")]
    public static partial void ColumnAdded(ILogger logger, string column, string type, long rows);

    [LoggerMessage(LogLevel.Warning, "Column '{Column}' is missing in {Rows} rows.")]
    public static partial void ColumnMissing(ILogger logger, string column, long rows);

    [LoggerMessage(LogLevel.Warning, "The profile '{Location}' cannot be used: {Message} Values are not compared with it. Delete it, or find out who wrote it.")]
    public static partial void ProfileUnreadable(ILogger logger, string location, string message);

    [LoggerMessage(LogLevel.Information, "REPORT for people: {Html}")]
    public static partial void ReportForPeople(ILogger logger, string html);

    [LoggerMessage(LogLevel.Information, "REPORT for programs: {Json}")]
    public static partial void ReportForPrograms(ILogger logger, string json);

    [LoggerMessage(LogLevel.Warning, "Not in the proposed metadata: {Reason}")]
    public static partial void NotProposed(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Warning, "PROPOSED metadata as the data have become, to be reviewed: {Proposed}")]
    public static partial void MetadataProposed(ILogger logger, string proposed);

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
