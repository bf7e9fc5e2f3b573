using System.Text.Json;
using Slipstream.Metadata.Json;

namespace Slipstream.Metadata.Reading;

/// <summary>Reads the file of a table.</summary>
internal sealed class TableReader(SourceText source, FileProblems problems)
{
    private static readonly string[] Keys =
    [
        "name", "description", "data_format", "location", "columns", "partitions", "primary_key", "glue_specific", "sensitivity", "$schema",
        "drift", "csv",
    ];

    public TableDraft Read(LocatedJson root)
    {
        var fileName = Path.GetFileNameWithoutExtension(problems.File);
        if (JsonKeys.Of(root, problems, Keys) is not { } keys)
        {
            return new TableDraft(fileName, null, null, problems);
        }

        var name = ReadName(keys.RequiredText("name"), fileName);
        var description = Rules.Description(keys.RequiredText("description"), problems);
        var format = DataFormats.Read(keys.RequiredText("data_format"), problems);
        var location = keys.RequiredText("location");
        var folder = Rules.Folder(location, problems);
        var drift = keys.OptionalObject("drift");
        var policies = new DriftReader(problems).Table(drift);
        var columns = new ColumnList(keys.RequiredList("columns"), policies.Tolerance, problems);
        columns.RequireUnknown(DriftReader.UnknownColumns(drift));
        var csv = new CsvReader(problems).Read(keys.OptionalObject("csv"), format);
        var partitions = columns.ReadPartitions(keys.OptionalList("partitions"));
        var primaryKey = columns.ReadNames(keys.OptionalList("primary_key"));
        var glueSpecific = ReadElement(keys.OptionalObject("glue_specific"));
        // etl_manager computes a table's sensitivity from its columns and ignores what the file says: so do we.
        Sensitivities.Read(keys.OptionalText("sensitivity"), problems);
        return new TableDraft(fileName, folder is null ? null : location, problems.Any ? null : new TableMetadata
        {
            File = problems.File,
            Name = name!,
            Description = description,
            Format = format!.Value,
            Location = folder!,
            Columns = columns.InOrder(partitions),
            Partitions = partitions,
            PrimaryKey = primaryKey,
            GlueSpecific = glueSpecific,
            Drift = policies,
            Csv = csv,
        }, problems);
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

    private JsonElement? ReadElement(LocatedJson? value)
    {
        if (value is null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(source.Bytes[value.Bytes].ToArray());
        return document.RootElement.Clone();
    }
}
