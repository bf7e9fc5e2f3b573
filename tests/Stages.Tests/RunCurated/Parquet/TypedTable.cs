using System.Text.Json.Nodes;
using Slipstream.DuckDb;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;

namespace Slipstream.Stages.Tests.RunCurated.Parquet;

/// <summary>A curated table with columns <c>c0</c>, <c>c1</c> … and rows, which its SELECT spells out.</summary>
/// <param name="Dialect">The dialect of its metadata.</param>
/// <param name="Types">The columns.</param>
/// <param name="Rows">A value for each column.</param>
/// <param name="HasPartitions">True if odd and even rows are partitions.</param>
internal sealed record TypedTable(MetadataDialect Dialect, IReadOnlyList<ColumnType> Types, IReadOnlyList<IReadOnlyList<Typed>> Rows, bool HasPartitions)
{
    private const string Partition = "odd";

    public string Metadata(string name)
    {
        var isMojap = Dialect == MetadataDialect.Mojap;
        string Word(ColumnType type) => isMojap ? MojapTypes.Of(type) : EtlManagerTypes.Of(type);
        JsonObject Column(string column, ColumnType type) => new() { ["name"] = column, ["type"] = Word(type), ["description"] = "Generated." };
        var text = new SimpleType(SimpleKind.Character);
        List<JsonNode> columns = [.. Types.Select((type, i) => Column($"c{i}", type)), Column("dea_version", text)];
        if (HasPartitions)
        {
            columns.Add(Column(Partition, text));
        }

        return new JsonObject
        {
            ["name"] = name,
            ["description"] = "Generated.",
            [isMojap ? "file_format" : "data_format"] = "parquet",
            [isMojap ? "table_location" : "location"] = name,
            ["partitions"] = HasPartitions ? new JsonArray(Partition) : new JsonArray(),
            ["columns"] = new JsonArray([.. columns]),
        }.ToJsonString();
    }

    public string Select()
    {
        var names = string.Join(", ", Types.Select((_, i) => $"c{i}").Append(Partition));
        var nulls = string.Join(", ", Types.Select(type => $"CAST(NULL AS {DuckDbTypes.Of(type)})").Append("''"));
        var rows = Rows.Select((row, i) => $"({string.Join(", ", row.Select(value => value.Sql).Append(Sql.Literal(FolderOf(i))))})");
        return $"SELECT * FROM (VALUES\n{string.Join(",\n", rows.Append($"({nulls})"))}\n) AS v({names}) WHERE {Partition} <> ''";
    }

    /// <summary>The schema that the reader must find: name and type of each column.</summary>
    public JsonArray Schema() =>
    [
        .. Types.Select((type, i) => new JsonArray($"c{i}", ParquetTypes.Of(type))),
        new JsonArray("dea_version", "BYTE_ARRAY STRING"),
    ];

    /// <summary>The rows that the reader must find in a partition, or in the table.</summary>
    public JsonArray Expected(string folder, string version) =>
    [
        .. Rows.Where((_, i) => !HasPartitions || folder == $"{Partition}={FolderOf(i)}")
            .Select(row => new JsonArray([.. row.Select(value => value.Read?.DeepClone()), version])),
    ];

    public override string ToString() => $"{Metadata("t")}\n{Select()}";

    private static string FolderOf(int row) => row % 2 == 1 ? "yes" : "no";
}
