using System.Text.Json;
using Slipstream.Metadata.Json;

namespace Slipstream.Metadata.Reading.Dialects;

/// <summary>A table in etl_manager's dialect.</summary>
internal sealed class EtlManagerTable(JsonKeys keys, SourceText source, TableContext context, ProfileTolerance tolerance, FileProblems problems) : TableDialect
{
    public static IReadOnlyList<string> Keys { get; } =
    [
        "name", "description", "data_format", "location", "columns", "partitions", "primary_key", "glue_specific", "sensitivity", "$schema",
        .. TableReader.OwnKeys,
    ];

    public override MetadataDialect Kind => MetadataDialect.EtlManager;

    public override ColumnReader ReadColumns() => new EtlManagerColumn(context, tolerance, problems);

    public override string ReadDescription() => Rules.Description(keys.RequiredText("description"), problems);

    public override DataFormat? ReadFormat() => DataFormats.EtlManager.Read(keys.RequiredText("data_format"), problems);

    public override (string? Folder, LocatedJson? Place) ReadLocation()
    {
        var location = keys.RequiredText("location");
        return (Rules.Folder(location, problems), location);
    }

    public override JsonElement? ReadGlueSpecific()
    {
        if (keys.OptionalObject("glue_specific") is not { } value)
        {
            return null;
        }

        using var document = JsonDocument.Parse(source.Bytes[value.Bytes].ToArray());
        return document.RootElement.Clone();
    }

    // etl_manager computes a table's sensitivity from its columns and ignores what the file says: so do we. Its schema has a list there.
    public override void ReadOthers()
    {
        if (keys.OptionalAny("sensitivity") is { Kind: JsonValueKind.Array } list)
        {
            foreach (var item in JsonKeys.Texts(list, problems))
            {
                Sensitivities.Read(item, problems);
            }
        }
        else
        {
            Sensitivities.Read(keys.OptionalText("sensitivity"), problems);
        }
    }
}
