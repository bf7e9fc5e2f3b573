using Slipstream.Metadata.Json;
using Slipstream.Metadata.Reading.Dialects;

namespace Slipstream.Metadata.Reading;

/// <summary>Reads the file of a table, in the dialect in which it is written.</summary>
internal sealed class TableReader(SourceText source, TableContext context, FileProblems problems)
{
    /// <summary>The keys that are ours, in both dialects.</summary>
    public static IReadOnlyList<string> OwnKeys { get; } = ["drift", "csv"];

    public TableDraft Read(LocatedJson root)
    {
        var fileName = Path.GetFileNameWithoutExtension(problems.File);
        var kind = DialectSigns.Read(root, problems);
        var keys = kind is MetadataDialect.Mojap ? JsonKeys.Open(root, problems, MojapTable.Keys)
            : kind is not null ? JsonKeys.Of(root, problems, EtlManagerTable.Keys)
            : null;
        return keys is null
            ? new TableDraft(fileName, null, null, null, problems)
            : Read(fileName, kind!.Value, keys);
    }

    private TableDraft Read(string fileName, MetadataDialect kind, JsonKeys keys)
    {
        var drift = keys.OptionalObject("drift");
        var policies = new DriftReader(problems).Table(drift);
        TableDialect dialect = kind == MetadataDialect.Mojap
            ? new MojapTable(keys, source, context, policies.Tolerance, problems)
            : new EtlManagerTable(keys, source, context, policies.Tolerance, problems);
        var name = ReadName(keys.RequiredText("name"), fileName);
        var description = dialect.ReadDescription();
        var format = dialect.ReadFormat();
        var (folder, place) = dialect.ReadLocation();
        dialect.ReadOthers();
        var columns = new ColumnList(keys.RequiredList("columns"), dialect.ReadColumns(), problems);
        columns.RequireUnknown(DriftReader.UnknownColumns(drift));
        var table = new TableMetadata
        {
            File = problems.File,
            Dialect = kind,
            Name = name ?? string.Empty,
            Description = description,
            Format = format ?? DataFormat.Json,
            Location = folder ?? string.Empty,
            Partitions = columns.ReadPartitions(keys.OptionalList("partitions")),
            PrimaryKey = columns.ReadPrimaryKey(keys.OptionalList("primary_key")),
            GlueSpecific = dialect.ReadGlueSpecific(),
            Drift = policies,
            Csv = new CsvReader(problems).Read(keys.OptionalObject("csv"), format),
            Columns = [],
        };
        return new TableDraft(fileName, folder, place, problems.Any ? null : table with { Columns = columns.InOrder(table.Partitions) }, problems);
    }

    private string? ReadName(LocatedJson? value, string fileName)
    {
        var name = Rules.Name(value, problems);
        if (name is not null && name != fileName)
        {
            problems.Add(value!, $"The table '{name}' stands in a file named {Excerpt.Of(fileName + ".json")}. Rename the file to '{name}.json' or the table.");
        }

        return name;
    }
}
