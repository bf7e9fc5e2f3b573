using System.Globalization;
using System.Text.Json;
using Slipstream.Metadata.Json;

namespace Slipstream.Metadata.Reading.Dialects;

/// <summary>A table in mojap-metadata's dialect.</summary>
internal sealed class MojapTable(JsonKeys keys, SourceText source, TableContext context, ProfileTolerance tolerance, FileProblems problems) : TableDialect
{
    private const int LongestPropertyName = 255;
    private const int LongestProperty = 512_000;

    public static IReadOnlyList<string> Keys { get; } =
    [
        "name", "description", "file_format", "sensitive", "columns", "partitions", "primary_key", "database_name", "table_location", "location",
        "glue_table_properties", "$schema", .. TableReader.OwnKeys,
    ];

    public override MetadataDialect Kind => MetadataDialect.Mojap;

    public override ColumnReader ReadColumns() => new MojapColumn(HidesAll(), context, tolerance, problems);

    public override string ReadDescription() => Rules.Description(keys.OptionalText("description"), problems);

    public override DataFormat? ReadFormat() => DataFormats.Mojap.Read(keys.RequiredText("file_format"), problems);

    // 'location' is etl_manager's; files that came from there have kept it, and mojap-metadata allows any key.
    public override (string? Folder, LocatedJson? Place) ReadLocation()
    {
        var (own, kept) = (keys.OptionalText("table_location"), keys.OptionalText("location"));
        if (own is not null && kept is not null)
        {
            problems.Add(kept, "The table has both 'table_location' and etl_manager's 'location'. Keep 'table_location'.");
        }

        return (own ?? kept) is { } location
            ? (MojapLocation.Read(location, context.Database, problems), location)
            : (keys.Text("name")?.Text, keys.Text("name"));
    }

    public override JsonElement? ReadGlueSpecific()
    {
        if (keys.OptionalObject("glue_table_properties") is not { } value)
        {
            return null;
        }

        foreach (var member in value.Members)
        {
            CheckProperty(member);
        }

        using var document = JsonDocument.Parse((byte[])[.. "{\"Parameters\":"u8, .. source.Bytes[value.Bytes], .. "}"u8]);
        return document.RootElement.Clone();
    }

    public override void ReadOthers()
    {
        if (keys.OptionalText("database_name") is { } name && context.Database is { } database && name.Text != database.Name)
        {
            problems.Add(name, $"The table is said to be in the database {Excerpt.Of(name.Text)}, and database.json is that of '{database.Name}'. Correct one of them, or leave the key away.");
        }
    }

    private void CheckProperty(LocatedMember property)
    {
        if (property.Name.Length is 0 or > LongestPropertyName)
        {
            problems.Add(property.Position, property.Value.Path, string.Create(
                CultureInfo.InvariantCulture, $"The name of a property has {property.Name.Length} characters, and Glue takes 1 to {LongestPropertyName}. Correct it."));
        }

        if (JsonKeys.Text(property.Value, problems) is { Text.Length: > LongestProperty } value)
        {
            problems.Add(value, string.Create(
                CultureInfo.InvariantCulture, $"The property has {value.Text.Length} characters, and Glue takes {LongestProperty}. Shorten it."));
        }
    }

    // A table may be marked as a whole. Which columns it is about is then not said, and nothing of them may be shown.
    private bool HidesAll() => keys.OptionalFlag("sensitive", whenAbsent: false)
        && !(keys.OptionalAny("columns")?.Items ?? []).SelectMany(column => column.Members).Any(member => member.Name == "sensitive");
}
