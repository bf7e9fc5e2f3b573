using Slipstream.Metadata.Types;
using Slipstream.Rows;
using Slipstream.Stages.TestExtract.Checks;

namespace Slipstream.Stages.Tests.TestExtract.Checks;

public sealed class TypeTests
{
    public static TheoryData<string, string[], string[]> Cases => new()
    {
        { "character", ["\"\"", "\"é\\u00e9\\n\\ud83d\\ude00\""], ["1", "true", "{}", "[]", "\"\\ud83d\""] },
        { "int", ["0", "-0", "2147483647", "-2147483648"], ["2147483648", "-2147483649", "1.0", "1e3", "\"1\"", "true", "99999999999999999999999999999999999999999999"] },
        { "long", ["9223372036854775807", "-9223372036854775808", "999999999999999999"], ["9223372036854775808", "-9223372036854775809", "1.5"] },
        { "float", ["1.5", "3.4e38", "-1e-50", "0.1"], ["3.5e38", "-1e39", "\"1.5\""] },
        { "double", ["1.7976931348623157e308", "-2.244866", "12345678901234567890", "1E-400", "0"], ["1e309", "-1.8e308", "\"NaN\""] },
        { "decimal(5,2)", ["123.45", "-999.99", "1.500", "1.5e2", "100e-2", "0e999999999999999999999", "0.00"], ["1000", "1.234", "1e3", "1e999999999999999999999", "\"1\""] },
        { "decimal(38,0)", ["99999999999999999999999999999999999999"], ["100000000000000000000000000000000000000", "0.5"] },
        { "date", ["\"2019-03-07\"", "\"2020-02-29\""], ["\"2019-02-29\"", "\"2019-3-7\"", "\"0000-01-01\"", "\"2019-03-07 00:00:00\"", "20190307", "\"2019-13-01\"", "\"２019-03-07\""] },
        { "datetime", ["\"2019-03-07 23:59:59\"", "\"2019-03-07T00:00:00.123456\""], ["\"2019-03-07\"", "\"2019-03-07 24:00:00\"", "\"2019-03-07T00:00:00Z\"", "\"2019-03-07T00:00:00.1234567\"", "\"2019-03-07 10:00:00.\""] },
        { "binary", ["\"\"", "\"YWJj\"", "\"YQ==\""], ["\"YQ\"", "\"Y Q==\"", "\"é\"", "1"] },
        { "boolean", ["true", "false"], ["\"true\"", "1", "0"] },
        { "array<int>", ["[]", "[1,null,2]"], ["{}", "\"[]\"", "1"] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Values_of_a_type_pass_and_others_are_named_with_their_line(string type, string[] good, string[] bad)
    {
        var result = await CheckAsync(ColumnTypeParser.Parse(type), [.. good, .. bad]);

        var finding = Assert.Single(result.Findings.All);
        Assert.Equal((Rule.Type, "v", type, bad.LongLength), (finding.Rule, finding.Column, finding.Expected, finding.Count));
        Assert.Equal(Enumerable.Range(good.Length + 1, bad.Length).Select(line => (long?)line), finding.Examples.Select(example => example.Line));
        Assert.Equal(Shown.Of(bad[0]), finding.Examples[0].Found);
    }

    [Theory]
    [InlineData(SimpleKind.Int8, "-128 127", "-129 128")]
    [InlineData(SimpleKind.Int16, "-32768 32767", "-32769 32768")]
    [InlineData(SimpleKind.UInt8, "0 255", "-1 256")]
    [InlineData(SimpleKind.UInt16, "0 65535", "-1 65536")]
    [InlineData(SimpleKind.UInt32, "0 4294967295", "-1 4294967296")]
    [InlineData(SimpleKind.UInt64, "0 18446744073709551615", "-1 18446744073709551616")]
    [InlineData(SimpleKind.Half, "-65504 65519.9 1e-9", "65520 -70000")]
    [InlineData(SimpleKind.Null, "null", "0 false")]
    public async Task Types_of_mojap_metadata_have_their_own_ranges(SimpleKind kind, string good, string bad)
    {
        var result = await CheckAsync(new SimpleType(kind), [.. good.Split(' '), .. bad.Split(' ')]);

        Assert.Equal(bad.Split(' '), Assert.Single(result.Findings.All).Examples.Select(example => example.Found));
    }

    [Fact]
    public async Task Times_keep_no_more_digits_than_their_unit()
    {
        Assert.Equal(2, await FailuresAsync(new TimestampType(TimeUnit.Millisecond), "2019-03-07 10:00:00", "2019-03-07T10:00:00.123", "2019-03-07T10:00:00.1234", "10:00:00"));
        Assert.Equal(0, await FailuresAsync(new TimestampType(TimeUnit.Nanosecond), "2019-03-07T10:00:00.123456789"));
        Assert.Equal(2, await FailuresAsync(new TimeType(TimeUnit.Second), "23:59:59", "23:59:59.1", "24:00:00"));
        Assert.Equal(2, await FailuresAsync(new FixedBinaryType(3), "YWJj", "YWI=", "YWJjZA=="));
    }

    [Fact]
    public async Task A_format_of_its_own_replaces_the_iso_form()
    {
        var date = CheckedFile.Column("v", "date") with { DateTimeFormat = "%d/%m/%Y" };

        var result = await CheckedFile.CheckAsync(CheckedFile.Table(date), Rows("\"07/03/2019\"", "\"2019-03-07\"", "\"31/02/2019\""));

        Assert.Equal("type v (date) 2× 2: \"2019-03-07\"; 3: \"31/02/2019\"", Said.Of(result));
    }

    internal static string Rows(params IEnumerable<string> values) => string.Concat(values.Select(value => $"{{\"v\":{value}}}\n"));

    private static async Task<long> FailuresAsync(ColumnType type, params string[] texts)
    {
        var result = await CheckAsync(type, [.. texts.Select(text => $"\"{text}\"")]);
        return result.Findings.All.Sum(finding => finding.Count);
    }

    private static Task<CheckedObject> CheckAsync(ColumnType type, IReadOnlyList<string> values) =>
        CheckedFile.CheckAsync(CheckedFile.Table(CheckedFile.Column("v", type)), Rows(values));
}
