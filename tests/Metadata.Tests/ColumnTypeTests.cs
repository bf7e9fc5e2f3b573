using FsCheck;
using FsCheck.Fluent;
using Slipstream.Metadata.Types;

namespace Slipstream.Metadata.Tests;

public sealed class ColumnTypeTests
{
    [Fact]
    public void A_type_reads_back_from_its_own_text() =>
        Prop.ForAll(Some.ColumnType, type => ColumnTypeParser.Parse(type.ToString()) == type).Check(Some.Runs);

    [Fact]
    public void Equal_types_have_equal_hashes() =>
        Prop.ForAll(Some.ColumnType, type => ColumnTypeParser.Parse(type.ToString()).GetHashCode() == type.GetHashCode()).Check(Some.Runs);

    [Fact]
    public void Any_other_text_is_a_FormatException_and_nothing_worse() =>
        Prop.ForAll(Some.AlmostColumnType, text =>
        {
            try
            {
                return ColumnTypeParser.Parse(text) is not null;
            }
            catch (FormatException exception)
            {
                return exception.Message.EndsWith('.') && !exception.Message.Contains('\n', StringComparison.Ordinal);
            }
        }).Check(Some.Runs);

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
    public void Every_type_has_a_name_everywhere() =>
        Prop.ForAll(Some.ColumnType, type => DuckDbTypes.Of(type).Length > 0 && GlueTypes.Of(type).Length > 0).Check(Some.Runs);

    [Fact]
    public void A_quote_in_the_name_of_a_field_is_doubled_for_DuckDB() =>
        Assert.Equal("STRUCT(\"a\"\"b\" DATE)", DuckDbTypes.Of(new StructType([new StructField("a\"b", new SimpleType(SimpleKind.Date))])));
}
