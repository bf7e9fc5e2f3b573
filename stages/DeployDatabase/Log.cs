using Microsoft.Extensions.Logging;

namespace Slipstream.Stages.DeployDatabase;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "Metadata of database '{Database}': {Tables} tables in '{Folder}'.")]
    public static partial void MetadataLoaded(ILogger logger, string database, int tables, string folder);

    [LoggerMessage(LogLevel.Warning, "{Problem}")]
    public static partial void Trap(ILogger logger, string problem);

    [LoggerMessage(LogLevel.Information, "Newest commit: number {Number}, version {Version}, made by {Tag}.")]
    public static partial void CommitRead(ILogger logger, long number, string version, string tag);

    [LoggerMessage(LogLevel.Information, "The catalogue '{Catalog}' is to change as follows (+ added, ~ changed, - removed, = unchanged, ! left):")]
    public static partial void Changes(ILogger logger, string catalog);

    [LoggerMessage(LogLevel.Information, "  {Change}")]
    public static partial void Change(ILogger logger, string change);

    [LoggerMessage(LogLevel.Information, "Version {Version} is the newest commit again, number {Number}.")]
    public static partial void WentBack(ILogger logger, string version, long number);

    [LoggerMessage(LogLevel.Information, "The plan is written as JSON to '{Path}'.")]
    public static partial void PlanWritten(ILogger logger, string path);

    [LoggerMessage(LogLevel.Information, "Removed {Files} files that none of the newest {Versions} versions names (KEEP_VERSIONS).")]
    public static partial void OldFilesRemoved(ILogger logger, int files, int versions);

    [LoggerMessage(LogLevel.Information, "{Files} files of old versions stay: something in the catalogue points to their folders.")]
    public static partial void OldFilesShown(ILogger logger, int files);

    [LoggerMessage(LogLevel.Information, "A newer commit is there: what is left of old versions is for its deployment to remove.")]
    public static partial void NewerCommit(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "Another run has changed the catalogue or committed meanwhile: planning again.")]
    public static partial void PlanAgain(ILogger logger);
}
