using System.Text.Json;
using Slipstream.Metadata.Json;
using Slipstream.Metadata.Types;

namespace Slipstream.Metadata.Reading.Dialects;

/// <summary>Finds out in whose dialect a table's file is written: by keys that only one of them has, and by types where there are none.</summary>
internal static class DialectSigns
{
    // Not 'location': files that came from etl_manager still have it.
    private static readonly string[] EtlManagerKeys = ["data_format", "glue_specific", "sensitivity"];
    private static readonly string[] EtlManagerColumnKeys = ["sensitivity", "redacted"];
    private static readonly string[] MojapKeys = ["file_format", "table_location", "database_name", "glue_table_properties", "sensitive"];
    private static readonly string[] MojapColumnKeys = ["type_category", "sensitive", "alias", "foreign_key", "num_errors", "bool_errors"];

    /// <summary>The dialect; null, and a problem, if the file mixes both.</summary>
    public static MetadataDialect? Read(LocatedJson root, FileProblems problems)
    {
        var etlManager = Find(root, EtlManagerKeys, EtlManagerColumnKeys, "etl_manager");
        var mojap = Find(root, MojapKeys, MojapColumnKeys, "mojap");
        if (etlManager is [] || mojap is [])
        {
            return mojap is not [] || (etlManager is [] && HasOnlyMojapTypes(root)) ? MetadataDialect.Mojap : MetadataDialect.EtlManager;
        }

        var stranger = mojap.Count <= etlManager.Count ? mojap[0] : etlManager[0];
        problems.Add(
            stranger.Position,
            stranger.Value.Path,
            $"The file mixes two dialects: {Words(etlManager)} to etl_manager, {Words(mojap)} to mojap-metadata. Write all of it in one of them; docs/metadata.md has the keys of both.");
        return null;
    }

    private static IEnumerable<string> Types(LocatedJson root) => Columns(root)
        .SelectMany(column => column.Members)
        .Where(member => member is { Name: "type", Value.Kind: JsonValueKind.String })
        .Select(member => member.Value.Text);

    private static IReadOnlyList<LocatedMember> Find(LocatedJson root, string[] keys, string[] columnKeys, string schema) =>
    [
        .. root.Members.Where(member => keys.Contains(member.Name) || (member.Name == "$schema" && member.Value.Text.Contains(schema, StringComparison.Ordinal))),
        .. Columns(root).SelectMany(column => column.Members).Where(member => columnKeys.Contains(member.Name)),
    ];

    private static IEnumerable<LocatedJson> Columns(LocatedJson root) =>
        root.Members.FirstOrDefault(member => member.Name == "columns")?.Value.Items ?? [];

    private static bool HasOnlyMojapTypes(LocatedJson root)
    {
        var isMojap = Types(root).Select(type => (Mojap: Parses(MojapTypeParser.Parse, type), EtlManager: Parses(ColumnTypeParser.Parse, type))).ToList();
        return isMojap.Exists(type => type.Mojap && !type.EtlManager) && !isMojap.Exists(type => type.EtlManager && !type.Mojap);
    }

    private static bool Parses(Func<string, ColumnType> parse, string type)
    {
        try
        {
            return parse(type) is not null;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static string Words(IReadOnlyList<LocatedMember> signs)
    {
        var names = signs.Select(sign => $"'{sign.Name}'").Distinct().ToList();
        return $"{string.Join(", ", names)} {(names.Count == 1 ? "belongs" : "belong")}";
    }
}
