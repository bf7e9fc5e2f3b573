using FsCheck;
using FsCheck.Fluent;
using Slipstream.DuckDb;
using Slipstream.Metadata.Types;

namespace Slipstream.Metadata.Tests;

public sealed class ColumnTypeTests
{
    [Fact]
    public void A_type_of_etl_manager_reads_back_from_its_own_text() =>
        Prop.ForAll(Some.EtlManagerType, type => Same(type, ColumnTypeParser.Parse(EtlManagerTypes.Of(type)))).Check(Some.Runs);

    [Fact]
    public void A_type_of_mojap_metadata_reads_back_from_its_own_text() =>
        Prop.ForAll(Some.MojapType, type => Same(type, MojapTypeParser.Parse(MojapTypes.Of(type)))).Check(Some.Runs);

    [Fact]
    public void Any_other_text_is_a_FormatException_and_nothing_worse()
    {
        Prop.ForAll(Some.AlmostEtlManagerType, text => IsReadOrRefused(ColumnTypeParser.Parse, text)).Check(Some.Runs);
        Prop.ForAll(Some.AlmostMojapType, text => IsReadOrRefused(MojapTypeParser.Parse, text)).Check(Some.Runs);
    }

    [Fact]
    public void Structs_are_equal_if_their_fields_are_in_the_same_order()
    {
        Assert.Equal(ColumnTypeParser.Parse("struct<a:int,b:long>"), ColumnTypeParser.Parse("struct<a:int,b:long>"));
        Assert.NotEqual(ColumnTypeParser.Parse("struct<a:int,b:long>"), ColumnTypeParser.Parse("struct<b:long,a:int>"));
        Assert.NotEqual(ColumnTypeParser.Parse("struct<a:int,b:long>"), ColumnTypeParser.Parse("struct<a:int>"));
    }

    [Fact]
    public void Decimals_may_hold_spaces() => Assert.Equal(new DecimalType(10, 2), ColumnTypeParser.Parse("decimal( 10 , 2 )"));

    [Fact]
    public void Sixty_four_levels_are_allowed_and_no_more()
    {
        Assert.IsType<ArrayType>(ColumnTypeParser.Parse(Nested(64)));
        Assert.Contains("64 levels", Assert.Throws<FormatException>(() => ColumnTypeParser.Parse(Nested(65))).Message, StringComparison.Ordinal);
        Assert.Contains("64 levels", Assert.Throws<FormatException>(() => ColumnTypeParser.Parse(Nested(100_000))).Message, StringComparison.Ordinal);

        static string Nested(int levels) => string.Concat(Enumerable.Repeat("array<", levels)) + "int" + new string('>', levels);
    }

    [Theory]
    [InlineData("character", "VARCHAR", "string")]
    [InlineData("int", "INTEGER", "int")]
    [InlineData("long", "BIGINT", "bigint")]
    [InlineData("float", "FLOAT", "float")]
    [InlineData("double", "DOUBLE", "double")]
    [InlineData("date", "DATE", "date")]
    [InlineData("datetime", "TIMESTAMP", "timestamp")]
    [InlineData("binary", "BLOB", "binary")]
    [InlineData("boolean", "BOOLEAN", "boolean")]
    [InlineData("decimal(18,2)", "DECIMAL(18,2)", "decimal(18,2)")]
    [InlineData("array<long>", "BIGINT[]", "array<bigint>")]
    [InlineData("struct<longitude:double,updated:datetime>", "STRUCT(\"longitude\" DOUBLE, \"updated\" TIMESTAMP)", "struct<longitude:double,updated:timestamp>")]
    [InlineData("array<struct<character:array<character>>>", "STRUCT(\"character\" VARCHAR[])[]", "array<struct<character:array<string>>>")]
    public void Each_type_has_its_name_in_DuckDB_and_Glue(string text, string duckDb, string glue)
    {
        var type = ColumnTypeParser.Parse(text);

        Assert.Equal(duckDb, DuckDbTypes.Of(type));
        Assert.Equal(glue, GlueTypes.Of(type));
    }

    [Fact]
    public void Every_type_of_etl_manager_has_a_name_in_Glue_and_in_mojap_metadata() =>
        Prop.ForAll(Some.EtlManagerType, type => GlueTypes.Of(type) == GlueTypes.Of(MojapTypeParser.Parse(MojapTypes.Of(type)))).Check(Some.Runs);

    [Fact]
    public async Task Every_type_has_a_name_that_DuckDB_takes()
    {
        using var duckDb = DuckDbConnection.Open(new DuckDbOptions());
        foreach (var type in Some.ColumnType.Generator.Sample(200))
        {
            var name = DuckDbTypes.Of(type);

            var table = await duckDb.QueryAsync($"SELECT typeof(CAST(NULL AS {name}))", TestContext.Current.CancellationToken);

            Assert.Equal(name.Replace("\"", string.Empty, StringComparison.Ordinal), Assert.Single(table.Rows)[0]!.Replace("\"", string.Empty, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("int8", "TINYINT", "tinyint", "int")]
    [InlineData("int16", "SMALLINT", "smallint", "int")]
    [InlineData("uint8", "UTINYINT", "smallint", "int")]
    [InlineData("uint16", "USMALLINT", "int", "int")]
    [InlineData("uint32", "UINTEGER", "bigint", "long")]
    [InlineData("uint64", "UBIGINT", null, "decimal(20,0)")]
    [InlineData("float16", "FLOAT", "float", "float")]
    [InlineData("null", "INTEGER", null, null)]
    [InlineData("timestamp(s)", "TIMESTAMP_S", "timestamp", "datetime")]
    [InlineData("timestamp(ms)", "TIMESTAMP_MS", "timestamp", "datetime")]
    [InlineData("timestamp(us)", "TIMESTAMP", "timestamp", "datetime")]
    [InlineData("timestamp(ns)", "TIMESTAMP_NS", "timestamp", null)]
    [InlineData("time32(ms)", "TIME", null, null)]
    [InlineData("time64(ns)", "TIME_NS", null, null)]
    [InlineData("binary(16)", "BLOB", "binary", "binary")]
    [InlineData("decimal128(18,2)", "DECIMAL(18,2)", "decimal(18,2)", "decimal(18,2)")]
    [InlineData("map_<string, float64>", "MAP(VARCHAR, DOUBLE)", null, null)]
    [InlineData("list<map_<string,int8>>", "MAP(VARCHAR, TINYINT)[]", null, null)]
    [InlineData("struct<a:uint8,b:time32(s)>", "STRUCT(\"a\" UTINYINT, \"b\" TIME)", null, null)]
    [InlineData("struct<a:uint8,b:list<int16>>", "STRUCT(\"a\" UTINYINT, \"b\" SMALLINT[])", "struct<a:smallint,b:array<smallint>>", "struct<a:int,b:array<int>>")]
    public void Each_type_of_mojap_metadata_has_its_name_elsewhere_or_none(string text, string duckDb, string? glue, string? etlManager)
    {
        var type = MojapTypeParser.Parse(text);

        Assert.Equal((duckDb, glue, etlManager), (DuckDbTypes.Of(type), GlueTypes.TryOf(type), EtlManagerTypes.TryOf(type)));
        if (glue is null)
        {
            Assert.Contains($"'{type}'", Assert.Throws<NotSupportedException>(() => GlueTypes.Of(type)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_quote_in_the_name_of_a_field_is_doubled_for_DuckDB() =>
        Assert.Equal("STRUCT(\"a\"\"b\" DATE)", DuckDbTypes.Of(new StructType([new StructField("a\"b", new SimpleType(SimpleKind.Date))])));

    private static bool Same(ColumnType one, ColumnType other) => one == other && one.GetHashCode() == other.GetHashCode();

    private static bool IsReadOrRefused(Func<string, ColumnType> parse, string text)
    {
        try
        {
            return parse(text) is not null;
        }
        catch (FormatException exception)
        {
            return exception.Message.EndsWith('.') && !exception.Message.Contains('\n', StringComparison.Ordinal);
        }
    }
}
