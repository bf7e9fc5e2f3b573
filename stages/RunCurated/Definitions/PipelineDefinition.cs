using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Metadata;

namespace Slipstream.Stages.RunCurated.Definitions;

/// <summary>What the stage makes and from what: metadata and SQL, checked against each other.</summary>
/// <param name="RawTables">The raw tables in ordinal order.</param>
/// <param name="CuratedTables">The curated tables, each after those it reads.</param>
internal sealed record PipelineDefinition(IReadOnlyList<TableMetadata> RawTables, IReadOnlyList<CuratedTable> CuratedTables)
{
    /// <summary>Tells this SQL from any other.</summary>
    public string SqlHash { get; } = Fingerprint.Of(CuratedTables.Select(table => $"{table.Name}\n{table.Transform.Sql}"));

    /// <summary>Tells these metadata, as their files were when the definition was made, from any other.</summary>
    public string MetadataHash { get; } = Fingerprint.Of(
        RawTables.Concat(CuratedTables.Select(table => table.Metadata)).Select(table => $"{table.Name}\n{File.ReadAllText(table.File)}"));

    /// <summary>Reads and checks the three folders.</summary>
    /// <exception cref="StageException">They do not fit together (exit code 2).</exception>
    public static PipelineDefinition Load(RunCuratedSettings settings)
    {
        var raw = LoadRaw(settings);
        var curated = LoadFolder(settings.CuratedMetaData).Tables
            .Select(table => new CuratedTable(table, TransformReader.Read(Path.Combine(settings.Transforms, $"{table.Name}.sql"))))
            .ToList();
        RefuseOrphans(settings, curated);
        curated.ForEach(RequireFormat);
        curated.ForEach(table => ColumnCheck.Require(table.Metadata));
        curated.ForEach(table => RequireKnown(table, raw, curated));
        curated.ForEach(table => DeclarationCheck.Require(table, raw, curated, settings.Input));
        return new PipelineDefinition(raw, TableOrder.Sort(curated));
    }

    /// <summary>Reads and checks the metadata of the raw tables alone.</summary>
    /// <exception cref="StageException">They cannot be read, or describe what cannot be (exit code 2).</exception>
    public static IReadOnlyList<TableMetadata> LoadRaw(RunCuratedSettings settings)
    {
        var raw = LoadFolder(settings.RawMetaData).Tables;
        RequireReadable(raw);
        return raw;
    }

    private static MetadataFolder LoadFolder(string path)
    {
        try
        {
            return MetadataFolder.Load(path);
        }
        catch (MetadataException exception)
        {
            throw StageException.SettingsWrong(exception.Message, exception);
        }
    }

    private static void RefuseOrphans(RunCuratedSettings settings, List<CuratedTable> curated)
    {
        var orphans = Directory.EnumerateFiles(settings.Transforms, "*.sql")
            .Where(file => !curated.Any(table => table.Name == Path.GetFileNameWithoutExtension(file)))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (orphans.Count > 0)
        {
            throw StageException.SettingsWrong(
                $"No metadata for {string.Join(", ", orphans.Select(file => $"'{file}'"))}. Add a file of the same name to '{settings.CuratedMetaData}', or remove the SQL.");
        }
    }

    private static void RequireReadable(IReadOnlyList<TableMetadata> raw)
    {
        if (raw.FirstOrDefault(table => table.Format is not (DataFormat.Json or DataFormat.Csv or DataFormat.CsvQuotedNodate)) is { } other)
        {
            throw StageException.SettingsWrong($"'{other.File}' has the data_format '{other.Format}'. Raw tables are JSON lines or CSV: set it to json or csv.");
        }

        if (raw.FirstOrDefault(table => table.DataColumns.Any(column => column.Name == LandTimestamp.PartitionName)) is { } own)
        {
            throw StageException.SettingsWrong(
                $"'{own.File}' has the column '{LandTimestamp.PartitionName}', which is the name of the extracts' folders. Declare it among the partitions, or name it otherwise.");
        }
    }

    private static void RequireFormat(CuratedTable table)
    {
        if (table.Metadata.Format != DataFormat.Parquet)
        {
            throw StageException.SettingsWrong($"'{table.Metadata.File}' has the data_format '{table.Metadata.Format}'. Curated tables are written as parquet.");
        }
    }

    private static void RequireKnown(CuratedTable table, IReadOnlyList<TableMetadata> raw, List<CuratedTable> curated)
    {
        var unknown = table.Transform.Reads.FirstOrDefault(reference => reference.Schema == TableReference.Raw
            ? raw.All(known => known.Name != reference.Table)
            : curated.All(known => known.Name != reference.Table));
        if (unknown is not null)
        {
            throw StageException.SettingsWrong(
                $"{table.Transform.File}({unknown.Line}): reads {unknown.Schema}.{unknown.Table}, for which there is no metadata. Known are {Known()}.");
        }

        string Known() => string.Join(", ", raw.Select(t => $"raw.{t.Name}").Concat(curated.Select(t => $"curated.{t.Name}")));
    }
}
