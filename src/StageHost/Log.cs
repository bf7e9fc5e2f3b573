using Microsoft.Extensions.Logging;

namespace Slipstream.StageHost;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "JOB SPECIFICATION: {Stage} {Tag}: {Summary}")]
    public static partial void JobStarts(ILogger logger, string stage, string tag, string summary);

    [LoggerMessage(LogLevel.Information, "OPERATOR'S ACTION, instead of the stage's work: {Name} {Arguments}")]
    public static partial void JobAction(ILogger logger, string name, string arguments);

    [LoggerMessage(LogLevel.Information, "  {Name} = {Value}")]
    public static partial void JobVariable(ILogger logger, string name, string value);

    [LoggerMessage(LogLevel.Information, "CALLER: {Arn}, of account {Account}.")]
    public static partial void Caller(ILogger logger, string arn, string account);

    [LoggerMessage(LogLevel.Warning, "CALLER: unknown, which is no failure while EXPECTED_ROLE is not set. {Why}")]
    public static partial void CallerUnknown(ILogger logger, string why);

    [LoggerMessage(LogLevel.Information, "DONE: {Summary} ({Seconds} s)")]
    public static partial void JobDone(ILogger logger, string summary, string seconds);

    [LoggerMessage(LogLevel.Error, "FAILED, exit code {ExitCode}: {Message}")]
    public static partial void JobFailed(ILogger logger, int exitCode, string message);

    [LoggerMessage(LogLevel.Warning, "STOPPED by {Signal}, exit code {ExitCode}. Nothing is lost: run the stage again and it goes on.")]
    public static partial void JobStopped(ILogger logger, string signal, int exitCode);

    [LoggerMessage(LogLevel.Critical, "DEFECT, exit code 4. This is an error of Slipstream, please report it with this log.")]
    public static partial void JobDefect(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Debug, "Result written to {Path}.")]
    public static partial void ResultWritten(ILogger logger, string path);
}
