using Slipstream.Metadata.Types;
using Slipstream.Stages.RunCurated.Fitting;

namespace Slipstream.Stages.Tests.RunCurated.Fitting;

public sealed class CastTests : IDisposable
{
    private readonly CastLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData("1.0", "int32", "1")]
    [InlineData("1.5", "int32", null)]
    [InlineData("2147483647::BIGINT", "int32", "2147483647")]
    [InlineData("2147483648", "int32", null)]
    [InlineData("-128", "int8", "-128")]
    [InlineData("128", "int8", null)]
    [InlineData("-32769", "int16", null)]
    [InlineData("255", "uint8", "255")]
    [InlineData("-1", "uint8", null)]
    [InlineData("65536", "uint16", null)]
    [InlineData("4294967295", "uint32", "4294967295")]
    [InlineData("18446744073709551615", "uint64", "18446744073709551615")]
    [InlineData("-1", "uint64", null)]
    [InlineData("9223372036854775808", "int64", null)]
    [InlineData("170141183460469231731687303715884105727::HUGEINT", "int64", null)]
    [InlineData("true", "int32", "1")]
    [InlineData("2", "bool", null)]
    [InlineData("1", "bool", "true")]
    [InlineData("0.5::DOUBLE", "bool", null)]
    [InlineData("'nan'::DOUBLE", "int32", null)]
    [InlineData("16777217", "float32", null)]
    [InlineData("16777216", "float32", "16777216.0")]
    [InlineData("9007199254740993", "float64", null)]
    [InlineData("9223372036854775807", "float64", null)]
    [InlineData("0.1::FLOAT", "float64", "0.10000000149011612")]
    [InlineData("0.1::DOUBLE", "float32", null)]
    [InlineData("0.5::DOUBLE", "float32", "0.5")]
    [InlineData("1e300::DOUBLE", "float32", null)]
    [InlineData("0.1::DECIMAL(2,1)", "float64", "0.1")]
    [InlineData("65519::FLOAT", "float16", "65519.0")]
    [InlineData("65520::FLOAT", "float16", null)]
    [InlineData("65520::BIGINT", "float16", null)]
    [InlineData("'nan'::DOUBLE", "float64", "nan")]
    [InlineData("0.1::DOUBLE", "decimal128(4,2)", "0.10")]
    [InlineData("(0.1::DOUBLE + 0.2::DOUBLE)", "decimal128(4,2)", null)]
    [InlineData("12.345", "decimal128(4,2)", null)]
    [InlineData("12.340", "decimal128(4,2)", "12.34")]
    [InlineData("100", "decimal128(4,2)", null)]
    [InlineData("-99.99", "decimal128(4,2)", "-99.99")]
    [InlineData("12345678901234567890123456789012345678::HUGEINT", "decimal128(38,0)", "12345678901234567890123456789012345678")]
    [InlineData("DATE '2019-03-07'", "timestamp(us)", "2019-03-07 00:00:00")]
    [InlineData("DATE '3000-01-01'", "timestamp(ns)", null)]
    [InlineData("TIMESTAMP '3000-01-01 00:00:00'", "timestamp(ns)", null)]
    [InlineData("TIMESTAMP '2019-03-07 00:00:00'", "date32", "2019-03-07")]
    [InlineData("TIMESTAMP '2019-03-07 13:45:00'", "date64", null)]
    [InlineData("TIMESTAMP '2019-03-07 13:45:00'", "timestamp(s)", "2019-03-07 13:45:00")]
    [InlineData("TIMESTAMP '2019-03-07 13:45:00.5'", "timestamp(s)", null)]
    [InlineData("TIMESTAMP '2019-03-07 13:45:00.123'", "timestamp(ms)", "2019-03-07 13:45:00.123")]
    [InlineData("TIMESTAMP '2019-03-07 13:45:00.1234'", "timestamp(ms)", null)]
    [InlineData("TIMESTAMP_NS '2019-03-07 13:45:00.123456789'", "timestamp(us)", null)]
    [InlineData("TIMESTAMP_NS '2019-03-07 13:45:00.123456'", "timestamp(us)", "2019-03-07 13:45:00.123456")]
    [InlineData("TIMESTAMPTZ '2019-03-07 13:45:00+02'", "timestamp(s)", "2019-03-07 11:45:00")]
    [InlineData("TIMESTAMPTZ '2019-03-07 00:00:00+02'", "date32", null)]
    [InlineData("TIME '13:45:00'", "time32(s)", "13:45:00")]
    [InlineData("TIME '13:45:00.5'", "time32(s)", null)]
    [InlineData("TIME '13:45:00.123'", "time32(ms)", "13:45:00.123")]
    [InlineData("TIME '13:45:00.1234'", "time32(ms)", null)]
    [InlineData("TIME '13:45:00.123456'", "time64(ns)", "13:45:00.123456")]
    [InlineData("TIME_NS '13:45:00.123456789'", "time64(us)", null)]
    [InlineData("TIMETZ '13:45:00+00:00'", "time64(us)", "13:45:00")]
    [InlineData("TIMETZ '13:45:00+02:00'", "time64(us)", null)]
    [InlineData("'\\xAA\\xBB'::BLOB", "binary", "\\xAA\\xBB")]
    [InlineData("'\\xAA\\xBB'::BLOB", "binary(2)", "\\xAA\\xBB")]
    [InlineData("'\\xAA\\xBB'::BLOB", "binary(3)", null)]
    [InlineData("7", "string", "7")]
    [InlineData("1.50", "string", "1.50")]
    [InlineData("TIMESTAMP '2019-03-07 13:45:00'", "string", "2019-03-07 13:45:00")]
    [InlineData("'a'::ENUM('a', 'b''c(')", "string", "a")]
    [InlineData("INTERVAL 1 DAY", "string", "1 day")]
    [InlineData("'{\"a\": 1}'::JSON", "string", "{\"a\": 1}")]
    [InlineData("NULL", "date32", "NULL")]
    [InlineData("NULL", "null", "NULL")]
    [InlineData("1", "null", null)]
    [InlineData("1", "date32", null)]
    [InlineData("DATE '2019-03-07'", "int32", null)]
    [InlineData("TIMESTAMP '2019-03-07 13:45:00'", "time64(us)", null)]
    [InlineData("[1]", "string", null)]
    [InlineData("'[1]'", "list<int32>", null)]
    [InlineData("'7'::JSON", "int32", null)]
    [InlineData("[1.5]", "decimal128(2,1)", null)]
    [InlineData("1.5", "list<decimal128(2,1)>", null)]
    [InlineData("['a'::ENUM('a')]", "string", null)]
    [InlineData("'a'::ENUM('a')", "list<string>", null)]
    [InlineData("'7'::ENUM('7')", "int32", "7")]
    [InlineData("7::BIGNUM", "int32", null)]
    public async Task A_value_comes_through_whole_or_counts_as_lost(string sql, string type, string? value)
    {
        var (made, isLost) = Assert.Single(await _lab.CastAsync([sql], Mojap(type)));

        Assert.Equal(value is null, isLost);
        if (value is not null)
        {
            Assert.Equal(value == "NULL" ? null : value, made);
        }
    }

    [Theory]
    [InlineData("7", "int32", "7")]
    [InlineData(" 7", "int32", null)]
    [InlineData("007", "int32", null)]
    [InlineData("+7", "int32", null)]
    [InlineData("7.0", "int32", null)]
    [InlineData("1e2", "int32", null)]
    [InlineData("0x10", "int32", null)]
    [InlineData("1_000", "int32", null)]
    [InlineData("", "int32", null)]
    [InlineData("300", "int8", null)]
    [InlineData("1.50", "decimal128(2,1)", "1.5")]
    [InlineData("12.345", "decimal128(4,2)", null)]
    [InlineData("0.1", "float64", "0.1")]
    [InlineData("1e400", "float64", null)]
    [InlineData("nan", "float64", null)]
    [InlineData("inf", "float32", null)]
    [InlineData("65519.9", "float16", "65519.9")]
    [InlineData("65520", "float16", null)]
    [InlineData("TRUE", "bool", "true")]
    [InlineData("yes", "bool", null)]
    [InlineData("2019-03-07", "date32", "2019-03-07")]
    [InlineData("2019-3-7", "date32", null)]
    [InlineData("2019-02-29", "date32", null)]
    [InlineData("2019-03-07 12:00:00", "date32", null)]
    [InlineData("infinity", "date32", null)]
    [InlineData("2019-03-07T13:45:00.5", "timestamp(ms)", "2019-03-07 13:45:00.5")]
    [InlineData("2019-03-07 13:45:00.123456789", "timestamp(ns)", "2019-03-07 13:45:00.123456789")]
    [InlineData("2019-03-07 13:45:00.5", "timestamp(s)", null)]
    [InlineData("2019-03-07 13:45:00+02", "timestamp(s)", null)]
    [InlineData("2019-03-07 13:45:00Z", "timestamp(us)", null)]
    [InlineData("24:00:00", "time32(s)", null)]
    [InlineData("13:45:00.5", "time64(us)", "13:45:00.5")]
    [InlineData("YWJj", "binary", "abc")]
    [InlineData("YWJj", "binary(3)", "abc")]
    [InlineData("YWJj", "binary(2)", null)]
    [InlineData("YWJ", "binary", null)]
    public async Task A_text_is_read_as_TestExtract_reads_it(string text, string type, string? value)
    {
        var (made, isLost) = Assert.Single(await _lab.CastAsync([$"'{text}'"], Mojap(type)));

        Assert.Equal((value, value is null), (made is null || isLost ? null : made, isLost));
    }

    [Theory]
    [InlineData("07/03/2019", "%d/%m/%Y", "date32", "2019-03-07")]
    [InlineData("2019-03-07", "%d/%m/%Y", "date32", null)]
    [InlineData(" 07/03/2019", "%d/%m/%Y", "date32", null)]
    [InlineData("07/03/2019 13:45", "%d/%m/%Y %H:%M", "timestamp(s)", "2019-03-07 13:45:00")]
    [InlineData("07/03/2019 13:45", "%d/%m/%Y %H:%M", "date32", null)]
    [InlineData("2019-03-07 13:45:00.5", "%Y-%m-%d %H:%M:%S.%f", "timestamp(s)", null)]
    [InlineData("2019-03-07T13:45:00+02:00", "%Y-%m-%dT%H:%M:%S%z", "timestamp(us)", "2019-03-07 11:45:00")]
    [InlineData("2019-03-07T13:45:00Z", "%Y-%m-%dT%H:%M:%S%z", "timestamp(us)", "2019-03-07 13:45:00")]
    [InlineData("1:45 PM", "%I:%M %p", "time32(s)", "13:45:00")]
    public async Task A_text_is_read_by_the_columns_datetime_format(string text, string format, string type, string? value)
    {
        var (made, isLost) = Assert.Single(await _lab.CastAsync([$"'{text}'"], Mojap(type), format));

        Assert.Equal((value, value is null), (isLost ? null : made, isLost));
    }

    [Theory]
    [InlineData("['1', '2']", "list<int32>", "[1, 2]")]
    [InlineData("['1', 'x', NULL]", "list<int32>", null)]
    [InlineData("[1, NULL]", "list<int64>", "[1, NULL]")]
    [InlineData("[1, NULL]", "list<int32>", "[1, NULL]")]
    [InlineData("[1.5]", "list<int32>", null)]
    [InlineData("[1, 2]::INTEGER[2]", "list<int32>", "[1, 2]")]
    [InlineData("[300, 2]::INTEGER[2]", "list<int8>", null)]
    [InlineData("[[1, 2], NULL, []]", "list<list<int64>>", "[[1, 2], NULL, []]")]
    [InlineData("[['1'], ['x']]", "list<list<int64>>", null)]
    [InlineData("[]", "list<date32>", "[]")]
    [InlineData("NULL::INTEGER[]", "list<string>", "NULL")]
    [InlineData("{'a': 1, 'b': 'x'}", "struct<a:int64, b:string>", "{'a': 1, 'b': x}")]
    [InlineData("{'b': 'x', 'a': 1}", "struct<a:int32, b:string>", "{'a': 1, 'b': x}")]
    [InlineData("{'a': 1.5, 'b': 'x'}", "struct<a:int32, b:string>", null)]
    [InlineData("NULL::STRUCT(a DOUBLE)", "struct<a:int32>", "NULL")]
    [InlineData("{'a': [{'b': '1'}]}", "struct<a:list<struct<b:int32>>>", "{'a': [{'b': 1}]}")]
    [InlineData("{'a': [{'b': '1'}, {'b': '1.5'}]}", "struct<a:list<struct<b:int32>>>", null)]
    [InlineData("MAP {'1': 'x'}", "map_<int32, string>", "{1=x}")]
    [InlineData("MAP {'1': 'x', '01': 'y'}", "map_<int32, string>", null)]
    [InlineData("MAP {1.0: 1.5}", "map_<int32, int32>", null)]
    [InlineData("MAP {1.25: 1, 1.5: 2}", "map_<decimal128(2,1), int32>", null)]
    [InlineData("NULL::MAP(VARCHAR, DOUBLE)", "map_<string, int32>", "NULL")]
    [InlineData("[0.5::FLOAT]", "list<float16>", "[0.5]")]
    [InlineData("[70000::FLOAT]", "list<float16>", null)]
    [InlineData("['a']", "struct<a:string>", null)]
    public async Task What_is_lost_inside_lists_structs_and_maps_counts(string sql, string type, string? value)
    {
        var (made, isLost) = Assert.Single(await _lab.CastAsync([sql], Mojap(type)));

        Assert.Equal(value is null, isLost);
        if (value is not null)
        {
            Assert.Equal(value == "NULL" ? null : value, made);
        }
    }

    [Theory]
    [InlineData("INTEGER", "int32")]
    [InlineData("DECIMAL(10,2)", "decimal128(10,2)")]
    [InlineData("VARCHAR", "string")]
    [InlineData("TIMESTAMP_NS", "timestamp(ns)")]
    [InlineData("STRUCT(a INTEGER, \"b\" VARCHAR)[]", "list<struct<a:int32, b:string>>")]
    [InlineData("MAP(VARCHAR, DATE[])", "map_<string, list<date32>>")]
    public void Where_the_types_are_the_same_nothing_is_cast(string source, string target) =>
        Assert.Same(Cast.None, CastLab.Of(source, Mojap(target)));

    [Fact]
    public void Names_of_fields_and_values_of_enums_may_hold_anything()
    {
        var type = SourceTypeReader.Read("STRUCT(\"a \"\"b, c\" ENUM('x)', 'y''[', '\"'), d MAP(VARCHAR, DECIMAL(4,2)[])[3], e UNION(f INTEGER, g TIMESTAMP WITH TIME ZONE)[])");

        var fields = Assert.IsType<SourceStruct>(type).Fields;
        Assert.Equal(["a \"b, c", "d", "e"], fields.Select(field => field.Name));
        Assert.Equal(["ENUM('x)', 'y''[', '\"')", "MAP(VARCHAR, DECIMAL(4,2)[])[3]", "UNION(f INTEGER, g TIMESTAMP WITH TIME ZONE)[]"], fields.Select(field => field.Type.Sql));
        var map = Assert.IsType<SourceMap>(Assert.IsType<SourceList>(fields[1].Type).Element);
        Assert.Equal("DECIMAL(4,2)[]", map.Value.Sql);
    }

    private static ColumnType Mojap(string type) => MojapTypeParser.Parse(type);
}
