using Slipstream.Metadata.Types;
using Slipstream.Testing;

namespace Slipstream.Metadata.Tests;

public sealed class MojapMetadataTests
{
    private static TableMetadata Table => Case.Table("mojap_every_key");

    [Fact]
    public void Every_key_of_a_table_is_carried()
    {
        Assert.Equal((MetadataDialect.Mojap, DataFormat.Json, "mojap_every_key"), (Table.Dialect, Table.Format, Table.Location));
        Assert.Equal("A table in mojap-metadata's dialect.", Table.Description);
        Assert.Equal(["id"], Table.PrimaryKey);
        Assert.Equal(["day"], Table.Partitions);
        Assert.Equal(["id", "code", "seen", "day"], Table.Columns.Select(column => column.Name));
        Assert.Equal("id", Table.GlueSpecific!.Value.GetProperty("Parameters").GetProperty("checkpoint_col").GetString());
        Assert.Equal(DriftPolicy.Fail, Table.Drift.Unknown);
    }

    [Fact]
    public void Every_key_of_a_column_is_carried()
    {
        var columns = Table.Columns.ToDictionary(column => column.Name);

        Assert.Equal(("Which row.", false, true), (columns["id"].Description, columns["id"].IsNullable, columns["id"].IsUnique));
        Assert.Equal(new Limit("18446744073709551615", false), columns["id"].Maximum);
        Assert.Equal(("[A-Z]", PatternScope.Start), (columns["code"].Pattern, columns["code"].PatternScope));
        Assert.Equal(["A1", "B2"], columns["code"].Enum);
        Assert.Equal((2, 2, (Limit?)null), (columns["code"].MinimumLength, columns["code"].MaximumLength, columns["code"].Minimum));
        Assert.Equal(DriftPolicy.Ignore, columns["code"].Drift.Missing);
        Assert.Equal("%d/%m/%Y %H:%M:%S", columns["seen"].DateTimeFormat);
        Assert.True(columns["seen"].IsNullable);
    }

    [Fact]
    public void A_sensitive_column_is_hidden() =>
        Assert.Equal(
            [("id", null, false), ("code", "sensitive", true), ("seen", null, false), ("day", null, false)],
            Table.Columns.Select(column => (column.Name, column.Sensitivity, column.IsHidden)));

    [Theory]
    [InlineData(""" "sensitive": true, """, "", true)]
    [InlineData(""" "sensitive": true, """, """ "sensitive": false, """, false)]
    [InlineData(""" "sensitive": false, """, "", false)]
    public void A_table_that_is_sensitive_as_a_whole_hides_all_its_columns(string ofTable, string ofColumn, bool isHidden)
    {
        var table = Load($$"""{ "name": "t", "file_format": "json", {{ofTable}} "columns": [{ {{ofColumn}} "name": "a", "type": "string" }] }""");

        Assert.Equal(isHidden, Assert.Single(table.Columns).IsHidden);
    }

    [Fact]
    public void Every_word_for_a_type_is_known()
    {
        SimpleType Simple(SimpleKind kind) => new(kind);
        var text = Simple(SimpleKind.Character);
        var binary = Simple(SimpleKind.Binary);
        ColumnType[] expected =
        [
            Simple(SimpleKind.Null), Simple(SimpleKind.Int8), Simple(SimpleKind.Int16), Simple(SimpleKind.Int), Simple(SimpleKind.Long),
            Simple(SimpleKind.UInt8), Simple(SimpleKind.UInt16), Simple(SimpleKind.UInt32), Simple(SimpleKind.UInt64), Simple(SimpleKind.Half),
            Simple(SimpleKind.Float), Simple(SimpleKind.Double), new DecimalType(38, 9), text, text, text, text, Simple(SimpleKind.Date), Simple(SimpleKind.Date),
            new TimestampType(TimeUnit.Second), new TimestampType(TimeUnit.Millisecond), new TimestampType(TimeUnit.Microsecond), new TimestampType(TimeUnit.Nanosecond),
            new TimeType(TimeUnit.Second), new TimeType(TimeUnit.Millisecond), new TimeType(TimeUnit.Microsecond), new TimeType(TimeUnit.Nanosecond),
            binary, new FixedBinaryType(16), binary, Simple(SimpleKind.Boolean), Simple(SimpleKind.Boolean),
            new ArrayType(text), new ArrayType(new ArrayType(Simple(SimpleKind.Int8))), new ArrayType(new TimestampType(TimeUnit.Millisecond)),
            new StructType(
            [
                new StructField("k1", text), new StructField("k2", new ArrayType(Simple(SimpleKind.Long))),
                new StructField("K3", new StructType([new StructField("x", new DecimalType(3, 1))])),
            ]),
            new MapType(text, Simple(SimpleKind.Double)),
            Simple(SimpleKind.Long), Simple(SimpleKind.Double), text, new TimestampType(TimeUnit.Second), binary, Simple(SimpleKind.Boolean), Simple(SimpleKind.Null),
        ];

        Assert.Equal(expected, Case.Table("mojap_types").Columns.Select(column => column.Type));
    }

    [Fact]
    public void The_location_may_be_absent_or_relative_or_a_whole_path_or_that_of_etl_manager()
    {
        Assert.Equal("t", Load("""{ "name": "t", "file_format": "json", "columns": [{ "name": "a", "type": "string" }] }""").Location);
        Assert.Equal("x/y", Load("""{ "name": "t", "file_format": "json", "table_location": "x/y/", "columns": [{ "name": "a", "type": "string" }] }""").Location);
        Assert.Equal("x", Load("""{ "name": "t", "file_format": "json", "location": "x/", "columns": [{ "name": "a", "type": "string" }] }""").Location);
        Assert.Equal("z", Load("""{ "name": "t", "file_format": "json", "table_location": "s3://b/x/z", "columns": [{ "name": "a", "type": "string" }] }""").Location);
    }

    [Fact]
    public void A_whole_path_lies_below_the_folder_of_the_database()
    {
        using var folder = new TemporaryFolder();
        folder.Write("database.json", """{ "name": "d", "bucket": "bbb", "base_folder": "x", "description": "D." }""");
        folder.Write("a.json", """{ "name": "a", "file_format": "parquet", "table_location": "s3://bbb/x/y/z/", "columns": [{ "name": "a", "type": "uint32" }] }""");

        Assert.Equal("y/z", Assert.Single(MetadataFolder.Load(folder.Path).Tables).Location);
    }

    [Fact]
    public void A_file_without_keys_of_its_own_is_recognised_by_its_types()
    {
        using var folder = new TemporaryFolder();
        folder.Write("mojap.json", """{ "name": "mojap", "columns": [{ "name": "a", "type": "int64" }] }""");
        folder.Write("neither.json", """{ "name": "neither", "columns": [{ "name": "a", "type": "binary" }] }""");

        var lines = Case.Message(folder.Path).Split('\n');

        Assert.Equal("mojap.json:1:1: file_format: The key 'file_format' is missing. Add it with a text.", lines[0]);
        Assert.Contains("neither.json:1:1: data_format: The key 'data_format' is missing. Add it with a text.", lines);
    }

    [Fact]
    public void Both_dialects_may_stand_in_one_folder()
    {
        var dialects = MetadataFolder.Load(Case.Path("good")).Tables.Select(table => table.Dialect).Distinct();

        Assert.Equal([MetadataDialect.EtlManager, MetadataDialect.Mojap], dialects);
    }

    [Theory]
    [InlineData("jsonl", DataFormat.Json)]
    [InlineData("ndjson", DataFormat.Json)]
    [InlineData("json", DataFormat.Json)]
    [InlineData("csv", DataFormat.Csv)]
    [InlineData("parquet", DataFormat.Parquet)]
    [InlineData("snappy.parquet", DataFormat.Parquet)]
    [InlineData("orc", DataFormat.Orc)]
    [InlineData("avro", DataFormat.Avro)]
    public void Every_word_for_a_format_is_known(string word, DataFormat format) =>
        Assert.Equal(format, Load($$"""{ "name": "t", "file_format": "{{word}}", "columns": [{ "name": "a", "type": "string" }] }""").Format);

    private static TableMetadata Load(string text)
    {
        using var folder = new TemporaryFolder();
        folder.Write("t.json", text);
        return Assert.Single(MetadataFolder.Load(folder.Path).Tables);
    }
}
