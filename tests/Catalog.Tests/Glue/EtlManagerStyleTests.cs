using System.Text.Json;
using System.Text.Json.Nodes;
using Slipstream.Catalog.Glue;
using Slipstream.Contracts.Settings;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;
using Slipstream.Testing;

namespace Slipstream.Catalog.Tests.Glue;

/// <summary>GLUE_STYLE=etl-manager writes what etl_manager writes.</summary>
public sealed class EtlManagerStyleTests
{
    private const string Text = "org.apache.hadoop.mapred.TextInputFormat";
    private const string TextOutput = "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat";

    [Theory]
    [InlineData(DataFormat.Csv, "csv")]
    [InlineData(DataFormat.Json, "json")]
    [InlineData(DataFormat.Parquet, "parquet")]
    [InlineData(DataFormat.CsvQuotedNodate, "csv_quoted_nodate")]
    public void A_table_is_what_etl_manager_writes(DataFormat format, string name)
    {
        var fixtures = JsonNode.Parse(File.ReadAllText(Repository.Path("tests", "Catalog.Tests", "Glue", "Fixtures", "etl-manager-9.json")))!;

        Assert.True(JsonNode.DeepEquals(fixtures[name], Write(Table(format))), Write(Table(format)).ToJsonString());
    }

    [Theory]
    [InlineData(
        DataFormat.Orc, "org.apache.hadoop.hive.ql.io.orc.OrcInputFormat", "org.apache.hadoop.hive.ql.io.orc.OrcOutputFormat", "org.apache.hadoop.hive.ql.io.orc.OrcSerde",
        "{}", """{"classification":"orc","compressionType":"none"}""", """{"classification":"orc"}""")]
    [InlineData(
        DataFormat.Avro, "org.apache.hadoop.hive.ql.io.avro.AvroContainerInputFormat", "org.apache.hadoop.hive.ql.io.avro.AvroContainerOutputFormat", "org.apache.hadoop.hive.serde2.avro.AvroSerDe",
        """{"avro.schema.literal":""}""", """{"avro.schema.literal":"","classification":"avro"}""", """{"avro.schema.literal":"","classification":"avro"}""")]
    [InlineData(
        DataFormat.Regex, Text, TextOutput, "org.apache.hadoop.hive.serde2.RegexSerDe",
        """{"input.regex":"(.*)","serialization.format":"1"}""", "{}", """{"classification":"csv"}""")]
    public void Formats_without_a_sample_are_as_documented(
        DataFormat format, string input, string output, string library, string serDeParameters, string storageParameters, string parameters)
    {
        var table = Write(Table(format));
        var storage = table["StorageDescriptor"]!;

        Assert.Equal((input, output), ((string)storage["InputFormat"]!, (string)storage["OutputFormat"]!));
        Assert.Equal(library, (string)storage["SerdeInfo"]!["SerializationLibrary"]!);
        AssertSame(serDeParameters, storage["SerdeInfo"]!["Parameters"]);
        AssertSame(storageParameters, storage["Parameters"]);
        AssertSame(parameters, table["Parameters"]);
    }

    [Theory]
    [InlineData("struct<longitude:double,updated:datetime>", "struct<bigintitude:double,updated:timestamp>")]
    [InlineData("array<struct<character_set:character>>", "array<struct<string_set:string>>")]
    [InlineData("decimal(10,2)", "decimal(10,2)")]
    public void Its_fault_with_the_names_of_fields_is_kept(string type, string written)
    {
        var table = Some.Table("t", [Some.Column("a", ColumnTypeParser.Parse(type))]);

        Assert.Equal(written, (string)Write(table)["StorageDescriptor"]!["Columns"]![0]!["Type"]!);
    }

    [Fact]
    public void Headers_are_skipped_only_if_glue_specific_says_so()
    {
        var table = Table(DataFormat.Csv);
        Assert.Null(Write(table)["Parameters"]!["skip.header.line.count"]);

        using var specific = JsonDocument.Parse("""{ "Parameters": { "skip.header.line.count": "1" }, "StorageDescriptor": { "Parameters": { "skip.header.line.count": "1" } } }""");
        var written = Write(table with { GlueSpecific = specific.RootElement });

        AssertSame("""{"classification":"csv","delimiter":",","skip.header.line.count":"1"}""", written["Parameters"]);
        AssertSame("""{"classification":"csv","delimiter":",","skip.header.line.count":"1"}""", written["StorageDescriptor"]!["Parameters"]);
    }

    private static TableMetadata Table(DataFormat format) =>
        Some.Table("t", [Some.Column("a", SimpleKind.Character, "A"), Some.Column("p", SimpleKind.Date, "P")], "p") with { Description = "", Format = format };

    private static JsonObject Write(TableMetadata table) =>
        JsonSerializer.SerializeToNode(GlueTableInput.Of(table, "s3://bkt/db/t/", GlueStyle.EtlManager), GlueTableInputJson.Default.TableInput)!.AsObject();

    private static void AssertSame(string json, JsonNode? found) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), found), found?.ToJsonString());
}
