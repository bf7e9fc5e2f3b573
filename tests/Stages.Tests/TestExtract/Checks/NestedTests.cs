using Slipstream.Metadata;
using Slipstream.Metadata.Types;

namespace Slipstream.Stages.Tests.TestExtract.Checks;

public sealed class NestedTests
{
    private const string Address = "struct<longitude:double,lines:array<character>,town:struct<name:character>>";
    private const string Good = """{"longitude":-2.1,"lines":["a",null],"town":{"name":"M"}}""";

    [Theory]
    [InlineData(Good, "")]
    [InlineData("""{"town":null,"longitude":null,"lines":[]}""", "")]
    [InlineData("""{"longitude":"x","lines":[1,"a",2],"town":{"name":true}}""",
        "type v.longitude (double) 1× 1: x\ntype v.lines[] (character) 1× 1: 1\ntype v.town.name (character) 1× 1: true")]
    [InlineData("""{"longitude":1,"lines":[]}""", "missing_column v.town (the field in each struct) 1× 1: no such name")]
    [InlineData("""{"longitude":1,"longitude":2,"lines":[],"town":null}""", "unique_names v.longitude (each name once in a struct) 1× 1: the name again")]
    [InlineData("""{"longitude":1,"lines":[],"town":null,"x":1}""", "warning: unknown_column v.x (only fields of the metadata) 1× 1: a field that is not in them")]
    [InlineData("""{"longitude":1,"lines":[],"town":null,"x":1,"x":2}""",
        "warning: unknown_column v.x (only fields of the metadata) 1× 1: a field that is not in them\nunique_names v.x (each name once in a struct) 1× 1: the name again")]
    [InlineData("[]", $"type v ({Address}) 1× 1: []")]
    public async Task Fields_of_structs_are_checked_like_columns(string value, string said)
    {
        var result = await CheckedFile.CheckAsync(CheckedFile.Table(CheckedFile.Column("v", Address)), TypeTests.Rows(value));

        Assert.Equal(said, Said.Of(result));
    }

    [Fact]
    public async Task Drift_inside_a_struct_follows_the_policies()
    {
        var table = CheckedFile.Table(CheckedFile.Column("v", "struct<a:int,b:int>") with { Drift = new ColumnDrift { Missing = DriftPolicy.Warn } }) with
        {
            Drift = new TableDrift { Unknown = DriftPolicy.Fail, UnknownColumns = new Dictionary<string, DriftPolicy> { ["v.c"] = DriftPolicy.Ignore } },
        };

        var result = await CheckedFile.CheckAsync(table, TypeTests.Rows("""{"a":1,"c":1}""", """{"a":1,"b":1,"d":1}"""));

        Assert.Equal(
            "warning: missing_column v.b (the field in each struct) 1× 1: no such name\nunknown_column v.d (only fields of the metadata) 1× 2: a field that is not in them",
            Said.Of(result));
    }

    [Fact]
    public async Task Keys_and_values_of_maps_are_checked()
    {
        var map = new MapType(new SimpleType(SimpleKind.Int), new SimpleType(SimpleKind.Date));
        var numbers = new MapType(new SimpleType(SimpleKind.Double), new SimpleType(SimpleKind.Int));

        var result = await CheckedFile.CheckAsync(CheckedFile.Table(CheckedFile.Column("v", map)), TypeTests.Rows(
            """{"1":"2019-03-07","2":null}""", """{"x":"2019-03-07"}""", """{"1":"no date"}""", """{"1":null,"1":null}"""));

        Assert.Equal(
            "type v[] (keys of int) 1× 2: x\ntype v[] (date) 1× 3: no date\nunique_names v[] (each key once in a map) 1× 4: 1",
            Said.Of(result));
        Assert.Equal(
            "unique_names v[] (each key once in a map) 1× 1: 1.0",
            Said.Of(await CheckedFile.CheckAsync(CheckedFile.Table(CheckedFile.Column("v", numbers)), TypeTests.Rows("""{"1":1,"1.0":2}"""))));
    }
}
