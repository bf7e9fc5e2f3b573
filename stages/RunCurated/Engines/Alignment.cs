using Microsoft.Extensions.Logging;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.DuckDb;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;
using Slipstream.Stages.RunCurated.Definitions;
using Slipstream.Stages.RunCurated.Fitting;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>How the columns of a SELECT become those of the metadata: which, in which order, cast to what.</summary>
internal sealed record Alignment(IReadOnlyList<AlignedColumn> Columns)
{
    /// <summary>Those whose cast can lose something.</summary>
    public IReadOnlyList<AlignedColumn> Lossy => [.. Columns.Where(column => column.Loss is not null)];

    /// <summary>
    /// Fits a SELECT's columns to the metadata. Columns that only one side has follow the metadata's policies for drift: by
    /// default a missing one is refused, and an unknown one is dropped with a warning.
    /// </summary>
    /// <exception cref="StageException">A policy refuses a column, or the SELECT fills one that is the stage's (exit code 2).</exception>
    public static Alignment Fit(CuratedTable table, IReadOnlyList<DuckDbColumn> selected, RunCuratedSettings settings, ILogger logger)
    {
        RefuseAppended(table, selected);
        var fields = new FieldFit(table.Metadata);
        var columns = table.Metadata.Columns.Select(column => Fit(column, selected, fields, settings)).ToList();
        foreach (var extra in selected.Where(column => columns.All(aligned => aligned.Name != column.Name)))
        {
            fields.Drop(extra.Name);
        }

        if (fields.Problems.Count > 0)
        {
            throw StageException.SettingsWrong(
                $"'{table.Transform.File}' {string.Join(", and ", fields.Problems)}: '{table.Metadata.File}' asks for {Names(table.Metadata.Columns.Select(c => c.Name))}, the SELECT gives {Names(selected.Select(c => c.Name))}. Correct one of them; the metadata's 'drift' can allow it.");
        }

        Report(table, fields, logger);
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
        ColumnMetadata column, IReadOnlyList<DuckDbColumn> selected, FieldFit fields, RunCuratedSettings settings)
    {
        if (ConstantOf(column.Name, settings) is { } constant)
        {
            return new AlignedColumn(column, $"CAST({Sql.Literal(constant)} AS {DuckDbTypes.Of(column.Type)})", string.Empty, Cast.None);
        }

        if (selected.FirstOrDefault(candidate => candidate.Name == column.Name) is not { } source)
        {
            fields.Fill(column.Name);
            return new AlignedColumn(column, $"CAST(NULL AS {DuckDbTypes.Of(column.Type)})", string.Empty, Cast.None);
        }

        var format = column.DateTimeFormat is { } text ? DateTimeFormat.Parse(text) : null;
        var cast = new Casts(format, fields).Of(SourceTypeReader.Read(source.Type), column.Type, column.Name);
        return new AlignedColumn(column, Sql.Identifier(column.Name), source.Type, cast);
    }

    private static string? ConstantOf(string column, RunCuratedSettings settings) => column switch
    {
        AppendedColumns.Version => settings.Host.GitTag.ToString(),
        AppendedColumns.SnapshotDate => settings.SnapshotDate.ToString(),
        _ => null,
    };

    private static void Report(CuratedTable table, FieldFit fields, ILogger logger)
    {
        foreach (var name in fields.Filled)
        {
            Log.ColumnFilled(logger, table.Transform.File, name, table.Metadata.File);
        }

        foreach (var name in fields.Dropped)
        {
            Log.ColumnDropped(logger, table.Transform.File, name, table.Metadata.File);
        }
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names);
}
