using System.Text.Json;
using Slipstream.AwsJson.Glue;
using Slipstream.Catalog.Glue;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;
using Slipstream.Testing;
using Slipstream.Testing.Aws;

namespace Slipstream.Catalog.Tests.Glue;

public sealed class CorrectedStyleTests
{
    public static TheoryData<string, string> MojapTypes => new()
    {
        { "string", "string" }, { "large_utf8", "string" }, { "int8", "tinyint" }, { "int16", "smallint" }, { "int32", "int" }, { "int64", "bigint" },
        { "uint8", "smallint" }, { "uint16", "int" }, { "uint32", "bigint" }, { "float16", "float" }, { "float32", "float" }, { "float64", "double" },
        { "decimal128(38,10)", "decimal(38,10)" }, { "date32", "date" }, { "timestamp(ns)", "timestamp" }, { "binary(16)", "binary" }, { "bool_", "boolean" },
        { "list<struct<longitude: int64, datetime: timestamp(s)>>", "array<struct<longitude:bigint,datetime:timestamp>>" },
    };

    public static TheoryData<string, string> EtlManagerTypes => new()
    {
        { "character", "string" }, { "int", "int" }, { "long", "bigint" }, { "float", "float" }, { "double", "double" }, { "decimal(10,2)", "decimal(10,2)" },
        { "date", "date" }, { "datetime", "timestamp" }, { "binary", "binary" }, { "boolean", "boolean" }, { "array<character>", "array<string>" },
        { "struct<longitude:long,character_set:character>", "struct<longitude:bigint,character_set:string>" },
    };

    [Theory]
    [MemberData(nameof(MojapTypes))]
    public void Every_type_of_mojap_metadata_has_its_glue_type(string type, string written) => Assert.Equal(written, TypeOf(MojapTypeParser.Parse(type)));

    [Theory]
    [MemberData(nameof(EtlManagerTypes))]
    public void Every_type_of_etl_manager_has_its_glue_type_and_fields_keep_their_names(string type, string written) =>
        Assert.Equal(written, TypeOf(ColumnTypeParser.Parse(type)));

    [Theory]
    [InlineData("s3://example-curated/base/t")]
    [InlineData("s3://example-curated/base/t/")]
    public void A_location_ends_with_one_slash_so_that_it_takes_in_no_neighbour(string location) =>
        Assert.Equal("s3://example-curated/base/t/", GlueTableInput.Of(Table(), location, GlueStyle.Corrected).StorageDescriptor!.Location);

    [Theory]
    [InlineData(true, "1")]
    [InlineData(false, null)]
    public void The_header_and_the_delimiter_of_csv_files_are_told(bool hasHeader, string? skipped)
    {
        var table = Write(Table() with { Format = DataFormat.Csv, Csv = new CsvLayout { HasHeader = hasHeader, Delimiter = ';' } });

        Assert.Equal(";", table.StorageDescriptor!.SerdeInfo!.Parameters!["field.delim"]);
        Assert.Equal((";", ";"), (table.Parameters!["delimiter"], table.StorageDescriptor.Parameters!["delimiter"]));
        Assert.Equal(skipped, table.Parameters.GetValueOrDefault("skip.header.line.count"));
        Assert.Equal(skipped, table.StorageDescriptor.Parameters.GetValueOrDefault("skip.header.line.count"));
    }

    [Fact]
    public void Quoted_csv_files_are_classified_and_their_dates_are_texts_but_for_those_in_the_path()
    {
        var table = Write(Some.Table("t", [Some.Column("d", SimpleKind.Date), Some.Column("n", SimpleKind.Int), Some.Column("p", SimpleKind.Date)], "p") with
        {
            Format = DataFormat.CsvQuotedNodate,
            Csv = new CsvLayout { Delimiter = '|' },
        });

        Assert.Equal(["string", "int"], table.StorageDescriptor!.Columns!.Select(column => column.Type));
        Assert.Equal("date", Assert.Single(table.PartitionKeys!).Type);
        Assert.Equal("csv", table.Parameters!["classification"]);
        Assert.Equal("|", table.StorageDescriptor.SerdeInfo!.Parameters!["separatorChar"]);
    }

    [Fact]
    public void Partition_keys_stand_in_the_order_in_which_the_metadata_declare_them()
    {
        var table = Write(Some.Table("t", [Some.Column("b", SimpleKind.Character), Some.Column("x", SimpleKind.Int), Some.Column("a", SimpleKind.Date)], "a", "b"));

        Assert.Equal(["a", "b"], table.PartitionKeys!.Select(key => key.Name));
        Assert.Equal(["x"], table.StorageDescriptor!.Columns!.Select(column => column.Name));
    }

    [Fact]
    public void Glue_specific_is_merged_level_by_level()
    {
        var table = Write(Specific("""
            { "Owner": "team", "Parameters": { "projection.enabled": "true" }, "StorageDescriptor": { "SerdeInfo": { "Parameters": { "x": "y" } }, "SortColumns": [{ "Column": "a", "SortOrder": 1 }] } }
            """));

        Assert.Equal("team", table.Owner);
        Assert.Equal(["classification", "projection.enabled"], table.Parameters!.Keys);
        Assert.Equal(["serialization.format", "x"], table.StorageDescriptor!.SerdeInfo!.Parameters!.Keys);
        Assert.Equal("a", Assert.Single(table.StorageDescriptor.SortColumns!).Column);
        Assert.Equal("a", Assert.Single(table.StorageDescriptor.Columns!).Name);
    }

    [Theory]
    [InlineData("""{ "Colour": "red" }""", "Colour")]
    [InlineData("""{ "Parameters": { "skip.header.line.count": 1 } }""", "$.Parameters")]
    [InlineData("""{ "StorageDescriptor": [] }""", "$.StorageDescriptor")]
    [InlineData("""{ "StorageDescriptor": { "Location": "s3://elsewhere/" } }""", "another name or location")]
    [InlineData("""{ "Name": "other" }""", "another name or location")]
    public void Glue_specific_that_no_table_can_have_is_refused(string json, string named)
    {
        var exception = Assert.Throws<StageException>(() => Write(Specific(json)));

        Assert.Equal(ExitCode.SettingsWrong, exception.ExitCode);
        Assert.StartsWith("t.json: glue_specific ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(named, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Our_own_tables_keep_to_the_service_model()
    {
        foreach (var metadata in MetadataFolder.Load(Repository.Path("meta_data", "curated")).Tables)
        {
            var table = JsonSerializer.SerializeToElement(Write(metadata), GlueTableInputJson.Default.TableInput);

            Assert.Empty(ServiceModel.Glue.Shape("TableInput").Breaches(table, metadata.Name));
        }
    }

    private static string TypeOf(ColumnType type) => Write(Some.Table("t", [Some.Column("a", type)])).StorageDescriptor!.Columns!.Single().Type!;

    private static TableInput Write(TableMetadata table) => GlueTableInput.Of(table, "s3://example-curated/base/t/", GlueStyle.Corrected);

    private static TableMetadata Table() => Some.Table("t", [Some.Column("a", SimpleKind.Character)]);

    private static TableMetadata Specific(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Table() with { GlueSpecific = document.RootElement.Clone() };
    }
}
