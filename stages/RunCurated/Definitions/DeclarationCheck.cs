using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Metadata;

namespace Slipstream.Stages.RunCurated.Definitions;

/// <summary>Holds what a transform declares against its metadata and against what it reads.</summary>
internal static class DeclarationCheck
{
    /// <exception cref="StageException">The declarations cannot be kept (exit code 2).</exception>
    public static void Require(CuratedTable table, IReadOnlyList<TableMetadata> raw, IReadOnlyList<CuratedTable> curated, InputMode input)
    {
        if (table.Transform.Header.Reconcile is { } equation)
        {
            RequireTables(table, equation, raw, curated);
        }

        if (table.Incremental != IncrementalMode.None)
        {
            RequireIncremental(table);
        }
        else if (input == InputMode.SinceLast && table.Transform.Reads.FirstOrDefault(read => read.Schema == TableReference.Raw) is { } whole)
        {
            throw StageException.SettingsWrong(
                $"{table.Transform.File}({whole.Line}): reads the whole of raw.{whole.Table}, which INPUT=since-last does not read. Declare '-- incremental: append' or '-- incremental: merge' above the SELECT if each row of the result comes from one raw row; or read a curated table that does; or set INPUT=all.");
        }
    }

    private static void RequireTables(
        CuratedTable table, Equation equation, IReadOnlyList<TableMetadata> raw, IReadOnlyList<CuratedTable> curated)
    {
        var unknown = equation.Raw.Where(name => raw.All(known => known.Name != name)).Select(name => $"raw.{name}")
            .Concat(equation.Curated.Where(name => curated.All(known => known.Name != name)).Select(name => $"curated.{name}"))
            .ToList();
        if (unknown.Count > 0)
        {
            throw StageException.SettingsWrong(
                $"'{table.Transform.File}' reconciles {string.Join(", ", unknown)}, for which there is no metadata. Correct the names.");
        }
    }

    private static void RequireIncremental(CuratedTable table)
    {
        var problem = table.Transform.Reads is not [{ Schema: TableReference.Raw }]
            ? $"it reads {Named(table.Transform.Reads)}. Let it read one raw table and nothing else"
            : table.Metadata.Columns.Any(column => column.Name == AppendedColumns.SnapshotDate)
                ? $"'{table.Metadata.File}' has the column '{AppendedColumns.SnapshotDate}', which changes in every row each day. Leave out the column or the declaration"
                : table.Incremental == IncrementalMode.Merge ? OfMerge(table) : null;
        if (problem is not null)
        {
            throw StageException.SettingsWrong($"'{table.Transform.File}' cannot be incremental: {problem}.");
        }
    }

    private static string? OfMerge(CuratedTable table)
    {
        var key = table.Metadata.PrimaryKey;
        var apart = table.Metadata.Partitions.Except(key).ToList();
        return key.Count == 0
            ? $"'{table.Metadata.File}' has no primary_key to merge on. Add it, or declare '-- incremental: append'"
            : apart.Count > 0
                ? $"'{table.Metadata.File}' has the partition '{apart[0]}', which is not part of the primary_key: a row could move from one partition to another. Add it to the key"
                : null;
    }

    private static string Named(IReadOnlyList<TableReference> reads) =>
        reads.Count == 0 ? "no table" : string.Join(", ", reads.Select(read => $"{read.Schema}.{read.Table}"));
}
