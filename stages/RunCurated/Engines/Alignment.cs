using Microsoft.Extensions.Logging;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.DuckDb;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;
using Slipstream.Stages.RunCurated.Definitions;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>How the columns of a SELECT become those of the metadata: which, in which order, cast to what.</summary>
internal sealed record Alignment(IReadOnlyList<AlignedColumn> Columns)
{
    /// <summary>Fits a SELECT's columns to the metadata; columns that the metadata do not know are dropped, and logged.</summary>
    /// <exception cref="StageException">A column is missing, or the SELECT fills one that is the stage's (exit code 2).</exception>
    public static Alignment Fit(CuratedTable table, IReadOnlyList<DuckDbColumn> selected, RunCuratedSettings settings, ILogger logger)
    {
        RefuseAppended(table, selected);
        var columns = table.Metadata.Columns.Select(column => Fit(table, column, selected, settings)).ToList();
        foreach (var extra in selected.Where(column => columns.All(aligned => aligned.Name != column.Name)))
        {
            Log.ColumnDropped(logger, table.Transform.File, extra.Name, table.Metadata.File);
        }

        return new Alignment(columns);
    }

    private static void RefuseAppended(CuratedTable table, IReadOnlyList<DuckDbColumn> selected)
    {
        if (selected.FirstOrDefault(column => AppendedColumns.Contains(column.Name)) is { } own)
        {
            throw StageException.SettingsWrong(
                $"'{table.Transform.File}' selects '{own.Name}', which the stage itself fills. Leave it out of the SELECT.");
        }
    }

    private static AlignedColumn Fit(
        CuratedTable table, ColumnMetadata column, IReadOnlyList<DuckDbColumn> selected, RunCuratedSettings settings)
    {
        var type = DuckDbTypes.Of(column.Type);
        var constant = column.Name switch
        {
            AppendedColumns.Version => settings.Host.GitTag.ToString(),
            AppendedColumns.SnapshotDate => settings.SnapshotDate.ToString(),
            _ => null,
        };
        if (constant is not null)
        {
            return new AlignedColumn(column, $"CAST({Sql.Literal(constant)} AS {type})", null);
        }

        var source = selected.FirstOrDefault(candidate => candidate.Name == column.Name) ?? throw StageException.SettingsWrong(
            $"'{table.Transform.File}' gives no column '{column.Name}', which '{table.Metadata.File}' has. It gives {string.Join(", ", selected.Select(c => c.Name))}.");
        var name = Sql.Identifier(column.Name);
        return source.Type == type
            ? new AlignedColumn(column, name, null)
            : new AlignedColumn(column, $"TRY_CAST({name} AS {type})", LossOf(source.Type, column.Type, name, type));
    }

    // True for a value that the cast loses (it becomes NULL) or changes (it does not come back as it was).
    private static string LossOf(string sourceType, ColumnType target, string name, string type)
    {
        var cast = $"TRY_CAST({name} AS {type})";
        var lost = $"({name} IS NOT NULL AND {cast} IS NULL)";
        var isText = sourceType is "VARCHAR" || target is SimpleType { Kind: SimpleKind.Character };
        return isText ? lost : $"({lost} OR CAST({cast} AS {sourceType}) IS DISTINCT FROM {name})";
    }
}
