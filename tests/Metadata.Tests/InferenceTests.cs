using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Slipstream.Metadata.Inference;

namespace Slipstream.Metadata.Tests;

public sealed class InferenceTests
{
    [Theory]
    [InlineData("null", "character", InferredKind.Nothing)]
    [InlineData("true null false", "boolean", InferredKind.Boolean)]
    [InlineData("0 -1 2147483647 -2147483648", "int", InferredKind.Number)]
    [InlineData("1 2147483648", "long", InferredKind.Number)]
    [InlineData("-9223372036854775808", "long", InferredKind.Number)]
    [InlineData("9223372036854775808 1", "decimal(19,0)", InferredKind.Number)]
    [InlineData("99999999999999999999999999999999999999", "decimal(38,0)", InferredKind.Number)]
    [InlineData("100000000000000000000000000000000000000", "double", InferredKind.Double)]
    [InlineData("1 0.5", "double", InferredKind.Number)]
    [InlineData("51.501009 -0.141588", "double", InferredKind.Number)]
    [InlineData("1.0", "double", InferredKind.Number)]
    [InlineData("12345678901234.56", "decimal(16,2)", InferredKind.Number)]
    [InlineData("9223372036854775808 0.25", "decimal(21,2)", InferredKind.Number)]
    [InlineData("0.1234567890123456", "decimal(16,16)", InferredKind.Number)]
    [InlineData("99999999999999999999999999999999999999 0.1", "double", InferredKind.Double)]
    [InlineData("1 1e3", "double", InferredKind.Double)]
    [InlineData("1e999", "character", InferredKind.Mixed)]
    [InlineData("\"2019-03-07\" null", "date", InferredKind.Date)]
    [InlineData("\"2019-03-07 13:45:00\" \"2019-03-07T13:45:00.123456\"", "datetime", InferredKind.DateTime)]
    [InlineData("\"2019-03-07\" \"2019-03-07 13:45:00\"", "character", InferredKind.Text)]
    [InlineData("\"2019-02-29\"", "character", InferredKind.Text)]
    [InlineData("\"2019-03- 7\"", "character", InferredKind.Text)]
    [InlineData("\"2019-03-07T13:45:00.\"", "character", InferredKind.Text)]
    [InlineData("\"2019-03-07T13:45:00.1234567\"", "character", InferredKind.Text)]
    [InlineData("\"2019-03-07T13:45:00Z\"", "character", InferredKind.Text)]
    [InlineData("\"\" \"1\"", "character", InferredKind.Text)]
    [InlineData("\"a\" 1", "character", InferredKind.Mixed)]
    [InlineData("true 1", "character", InferredKind.Mixed)]
    [InlineData("[] null", "array<character>", InferredKind.List)]
    [InlineData("[] [1, null] [2147483648]", "array<long>", InferredKind.List)]
    [InlineData("[[1], [\"a\"]]", "array<array<character>>", InferredKind.List)]
    [InlineData("[1] {}", "character", InferredKind.Mixed)]
    [InlineData("{}", "character", InferredKind.Struct)]
    [InlineData("{\"a\":1} {\"b\":{\"c\":\"2019-03-07\"}} {\"a\":0.5}", "struct<a:double,b:struct<c:date>>", InferredKind.Struct)]
    [InlineData("{\"a b\":1}", "character", InferredKind.Struct)]
    [InlineData("{\"a\":1,\"A\":1}", "character", InferredKind.Struct)]
    public void Values_give_the_narrowest_type_that_holds_them_all(string values, string type, InferredKind kind)
    {
        var inferred = Observe(values);

        Assert.Equal((type, kind), (inferred.ToColumnType().ToString(), inferred.Kind));
    }

    [Theory]
    [InlineData("", "character", InferredKind.Nothing)]
    [InlineData("12", "int", InferredKind.Number)]
    [InlineData("-1.50", "double", InferredKind.Number)]
    [InlineData("1e3", "double", InferredKind.Double)]
    [InlineData("007", "character", InferredKind.Text)]
    [InlineData("-", "character", InferredKind.Text)]
    [InlineData("1.", "character", InferredKind.Text)]
    [InlineData(".5", "character", InferredKind.Text)]
    [InlineData("1e", "character", InferredKind.Text)]
    [InlineData("1e+", "character", InferredKind.Text)]
    [InlineData("+1", "character", InferredKind.Text)]
    [InlineData("1 ", "character", InferredKind.Text)]
    [InlineData("true", "boolean", InferredKind.Boolean)]
    [InlineData("True", "character", InferredKind.Text)]
    [InlineData("2019-03-07", "date", InferredKind.Date)]
    public void Values_of_CSV_files_are_what_they_look_like(string value, string type, InferredKind kind)
    {
        var inferred = InferredType.OfCsv(Encoding.UTF8.GetBytes(value));

        Assert.Equal((type, kind), (inferred.ToColumnType().ToString(), inferred.Kind));
    }

    [Fact]
    public void Joining_does_not_depend_on_the_order_or_on_how_often()
    {
        var any = Arb.From(Any(depth: 2));

        Prop.ForAll(any, any, (a, b) => InferredType.Join(a, b) == InferredType.Join(b, a)).Check(Some.Runs);
        Prop.ForAll(any, any, any, (a, b, c) =>
            InferredType.Join(a, InferredType.Join(b, c)) == InferredType.Join(InferredType.Join(a, b), c)).Check(Some.Runs);
        Prop.ForAll(any, a => InferredType.Join(a, a) == a && InferredType.Join(a, InferredType.Null) == a).Check(Some.Runs);
        Prop.ForAll(any, any, (a, b) => a != b || a.GetHashCode() == b.GetHashCode()).Check(Some.Runs);
    }

    [Theory]
    [InlineData("1 0.5 null", true)]
    [InlineData("[] [[1]] {}", false)]
    [InlineData("[1] [\"a\"]", false)]
    [InlineData("{\"a\":{\"b\":1}}", true)]
    [InlineData("{\"a\":{\"b-c\":1}}", false)]
    [InlineData("{\"a\":[1]} {\"a\":[true]}", false)]
    [InlineData("{}", false)]
    [InlineData("null", true)]
    public void An_inferred_type_knows_whether_it_holds_what_was_seen(string values, bool isHeld) => Assert.Equal(isHeld, Observe(values).IsHeld);

    [Fact]
    public void Objects_with_names_for_data_are_no_structs()
    {
        var most = string.Join(' ', Enumerable.Range(0, InferredType.MostFields).Select(i => $$"""{"k{{i}}":1}"""));

        Assert.Equal(InferredKind.Struct, Observe(most).Kind);
        Assert.Equal(InferredKind.Mixed, Observe($$"""{{most}} {"more":1}""").Kind);
        Assert.Equal(InferredKind.Mixed, Observe($$"""{{most}} {"more":1} {"k0":1}""").Kind);
    }

    [Fact]
    public void Deep_values_are_not_followed_for_ever() =>
        Assert.Contains("array<character>", Observe(new string('[', 60) + new string(']', 60)).ToColumnType().ToString(), StringComparison.Ordinal);

    [Fact]
    public void Observing_plain_values_allocates_nothing()
    {
        var json = """[1, 2.5, true, null, "text", "2019-03-07", "2019-03-07T13:45:00.5", 99999999999999999999, 1e5]"""u8.ToArray();
        var warm = JoinAll(json);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var again = JoinAll(json);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(warm, again);
    }

    private static InferredType JoinAll(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var joined = InferredType.Null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            joined = InferredType.Join(joined, TypeInference.Observe(ref reader));
        }

        return joined;
    }

    private static InferredType Observe(string values)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(values), new JsonReaderOptions { AllowMultipleValues = true });
        var inferred = InferredType.Null;
        while (reader.Read())
        {
            inferred = InferredType.Join(inferred, TypeInference.Observe(ref reader));
        }

        return inferred;
    }

    private static Gen<InferredType> Any(int depth)
    {
        var flat = Gen.Elements(
            "1", "2147483648", "-5", "0.5", "123456789012345678901234567890", "12345678901234.5678901234", "1e5", "true", "null", "\"a\"", "\"2019-03-07\"", "\"2019-03-07 10:00:00\"", "1e999")
            .Select(Observe);
        return depth == 0 ? flat : Gen.OneOf(
            flat,
            Any(depth - 1).Select(InferredType.ListOf),
            Gen.ArrayOf(Field(depth - 1), 3).Select(fields => InferredType.StructOf(fields)));
    }

    private static Gen<InferredField> Field(int depth) =>
        from name in Gen.Elements("a", "b", "c", "d")
        from type in Any(depth)
        select new InferredField(name, type);
}
