using Slipstream.Contracts;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;

namespace Slipstream.Stages.RunCurated.Definitions;

/// <summary>Refuses metadata of curated columns that could not be kept.</summary>
internal static class ColumnCheck
{
    /// <exception cref="StageException">A column cannot be made as the metadata ask (exit code 2).</exception>
    public static void Require(TableMetadata table)
    {
        if (table.Columns.All(column => column.Name != AppendedColumns.Version))
        {
            throw StageException.SettingsWrong(
                $"'{table.File}' has no column '{AppendedColumns.Version}'. Add it, of type character: it says which release made a row.");
        }

        var problems = table.Columns.Select(Problem).OfType<string>().ToList();
        if (problems.Count > 0)
        {
            throw StageException.SettingsWrong($"'{table.File}': {string.Join(" ", problems)}");
        }
    }

    private static string? Problem(ColumnMetadata column) => column switch
    {
        { Name: AppendedColumns.Version, Type: not SimpleType { Kind: SimpleKind.Character } } =>
            $"The column '{column.Name}' is of type '{column.Type}', and the stage fills it with a release such as 'v0.1.0'. Set it to character.",
        { Name: AppendedColumns.SnapshotDate, Type: not (SimpleType { Kind: SimpleKind.Date or SimpleKind.Character or SimpleKind.DateTime } or TimestampType) } =>
            $"The column '{column.Name}' is of type '{column.Type}', and the stage fills it with a day. Set it to date.",
        { DateTimeFormat: not null, Pattern: not null } =>
            $"The column '{column.Name}' has a pattern and a datetime_format: its values are times in Parquet, and have no text to match. Use minimum and maximum, or remove one of them.",
        { DateTimeFormat: { } format } when DateTimeFormat.Parse(format).ToDuckDb() is null =>
            $"The column '{column.Name}' has a datetime_format with %Z, which the engine does not read. Convert the text in the SQL, and remove the key.",
        _ => null,
    };
}
