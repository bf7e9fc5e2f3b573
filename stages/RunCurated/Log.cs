using Microsoft.Extensions.Logging;

namespace Slipstream.Stages.RunCurated;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "Tables in order: {Tables}.")]
    public static partial void Tables(ILogger logger, string tables);

    [LoggerMessage(LogLevel.Information, "Extracts of '{Table}' up to this run: {Count} ({Bytes} bytes).")]
    public static partial void ExtractsRead(ILogger logger, int count, long bytes, string table);

    [LoggerMessage(LogLevel.Warning, "'{Location}' has no file_land_timestamp in its path and is left out.")]
    public static partial void NoTimestamp(ILogger logger, string location);

    [LoggerMessage(LogLevel.Information, "raw.{Table}: {Rows} rows.")]
    public static partial void RawRows(ILogger logger, string table, long rows);

    [LoggerMessage(LogLevel.Warning, "'{File}' gives the column '{Column}', which '{Metadata}' does not have: it is dropped.")]
    public static partial void ColumnDropped(ILogger logger, string file, string column, string metadata);

    [LoggerMessage(LogLevel.Warning, "'{File}' does not give the column '{Column}', which '{Metadata}' has: it is filled with NULL.")]
    public static partial void ColumnFilled(ILogger logger, string file, string column, string metadata);

    [LoggerMessage(LogLevel.Warning, "'{File}' loses values within LOSS_LIMIT={Limit}: {Finding}.")]
    public static partial void LossAllowed(ILogger logger, string file, int limit, string finding);

    [LoggerMessage(LogLevel.Information, "curated.{Table}: {Rows} rows, aligned to the metadata. Partitions: {Partitions}.")]
    public static partial void TableMade(ILogger logger, string table, long rows, int partitions);

    [LoggerMessage(LogLevel.Information, "Put '{Location}': {Rows} rows, {Bytes} bytes.")]
    public static partial void PartPut(ILogger logger, string location, long rows, long bytes);

    [LoggerMessage(LogLevel.Information, "'{Location}' was put by an earlier try of this version ({Rows} rows): taken over.")]
    public static partial void PartAdopted(ILogger logger, string location, long rows);

    [LoggerMessage(LogLevel.Information, "Replaced '{Location}': {Rows} rows.")]
    public static partial void PartReplaced(ILogger logger, string location, long rows);

    [LoggerMessage(LogLevel.Warning, "Earlier tries of version {Version} have made other rows or another order of rows: this is try {Try}. Take chance and clocks out of the SQL, and order what it groups.")]
    public static partial void OtherBytes(ILogger logger, string version, int @try);

    [LoggerMessage(LogLevel.Information, "Cleared attempt {Attempt}, {Parts} parts: {Reason}.")]
    public static partial void AttemptCleared(ILogger logger, string attempt, int parts, string reason);

    [LoggerMessage(LogLevel.Information, "curated.{Table}: {Rows} rows from {Sources}.")]
    public static partial void RowsInAndOut(ILogger logger, string table, long rows, string sources);

    [LoggerMessage(LogLevel.Information, "Reconciled: {Equation}.")]
    public static partial void Reconciled(ILogger logger, string equation);

    [LoggerMessage(LogLevel.Information, "Reading only what is newer than commit {Number}: {Count} extracts.")]
    public static partial void SinceLast(ILogger logger, long number, int count);

    [LoggerMessage(LogLevel.Warning, "Another run has committed meanwhile: adding to what it made.")]
    public static partial void AddAgain(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "INPUT is since-last, but {Reason}: everything is made anew.")]
    public static partial void MadeAnew(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Information, "COMMITTED number {Number} as '{Location}': version {Version}.")]
    public static partial void Committed(ILogger logger, long number, string location, string version);

    [LoggerMessage(LogLevel.Warning, "Another run has taken the number {Number}: planning again.")]
    public static partial void NumberTaken(ILogger logger, long number);

    [LoggerMessage(LogLevel.Warning, "DIFFERENCE in {What}: committed {Committed}, found {Found}.")]
    public static partial void Difference(ILogger logger, string what, string committed, string found);
}
