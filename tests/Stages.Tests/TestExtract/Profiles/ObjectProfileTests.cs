using Slipstream.Rows;
using Slipstream.Stages.TestExtract.Profiles;
using Slipstream.Stages.Tests.TestExtract.Checks;

namespace Slipstream.Stages.Tests.TestExtract.Profiles;

public sealed class ObjectProfileTests
{
    [Fact]
    public async Task A_profile_counts_nulls_lengths_extremes_and_shapes()
    {
        var profile = await ProfileAsync("character", "\"AB1 2CD\"", "\"AB2 2CD\"", "null", "\"é\"", "\"AB1 2CD\"", "\"zz\"");

        Assert.Equal((6, 1, 4), (profile.Rows, profile.Nulls, profile.Distinct));
        Assert.Equal(("AB1 2CD", "é"), (profile.Minimum, profile.Maximum));
        Assert.Equal((1, 7, 24.0 / 5), (profile.ShortestLength, profile.LongestLength, profile.MeanLength));
        Assert.Equal([new ShapeShare("AA9 9AA", 0.6), new ShapeShare("a", 0.2), new ShapeShare("aa", 0.2)], profile.Shapes);
    }

    [Theory]
    [InlineData("int", "9 10 -3 -20 x", "-20", "10")]
    [InlineData("double", "1e3 -0.5 7 -2e-3", "-0.5", "1e3")]
    [InlineData("decimal(38,3)", "12345678901234567890.001 12345678901234567890.002 -1.5 -1.51 0", "-1.51", "12345678901234567890.002")]
    [InlineData("decimal(5,2)", "1.50 1.5 1.500", "1.5", "1.5")]
    [InlineData("boolean", "true false true", "false", "true")]
    public async Task Extremes_follow_the_order_of_the_type_and_leave_wrong_values_out(string type, string values, string least, string greatest)
    {
        var profile = await ProfileAsync(type, values.Split(' ').Select(value => value == "x" ? "\"x\"" : value).ToArray());

        Assert.Equal((least, greatest), (profile.Minimum, profile.Maximum));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(5_000)]
    [InlineData(200_000)]
    public void Distinct_values_are_counted_within_five_percent(int count)
    {
        var (sketch, parts) = (new DistinctSketch(), new[] { new DistinctSketch(), new DistinctSketch() });
        for (var i = 0; i < count * 2; i++)
        {
            var hash = ValueHash.Of(System.Text.Encoding.UTF8.GetBytes($"value {i % count}"));
            sketch.Add(hash);
            parts[i % 2].Add(hash);
        }

        parts[0].Merge(parts[1]);
        Assert.InRange(sketch.Estimate(), (long)Math.Floor(count * 0.95), (long)Math.Ceiling(count * 1.05));
        Assert.Equal(sketch.Estimate(), parts[0].Estimate());
    }

    [Fact]
    public async Task Unknown_columns_have_a_profile_with_the_type_of_all_their_values()
    {
        var result = await CheckedFile.CheckAsync(CheckedFile.Table(CheckedFile.Column("v", "int")), """
            {"v":1,"later":null}
            {"v":1,"colour":"red","count":1,"later":null}
            {"v":1,"colour":"2019-03-07","count":3000000000,"when":"2019-03-07"}
            """);

        Assert.Equal(
            ["v:int:known", "later::unknown", "colour:character:unknown", "count:long:unknown", "when:date:unknown"],
            result.Profile.Columns.Select(column => $"{column.Name}:{column.Type}:{(column.IsKnown ? "known" : "unknown")}"));
        Assert.Equal(("1", "3000000000"), (result.Profile.Columns[3].Minimum, result.Profile.Columns[3].Maximum));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("Größe 12", "Aaaaa 99")]
    [InlineData("AAAAAAAA", "AAAAAAAA")]
    [InlineData("AAAAAAAAA", "AAAAAAAA+")]
    [InlineData("日本-1\t", "aa-9 ")]
    public void Letters_and_digits_have_one_form_each(string text, string shape)
    {
        var target = new byte[Shape.MostBytes];

        var length = Shape.Write(System.Text.Encoding.UTF8.GetBytes(text), target);

        Assert.Equal(shape, System.Text.Encoding.UTF8.GetString(target, 0, length));
    }

    [Fact]
    public void A_long_shape_is_cut()
    {
        var target = new byte[Shape.MostBytes];

        var length = Shape.Write(System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("A1é-", 100))), target);

        Assert.EndsWith("…", System.Text.Encoding.UTF8.GetString(target, 0, length), StringComparison.Ordinal);
    }

    private static async Task<ColumnProfile> ProfileAsync(string type, params string[] values)
    {
        var result = await CheckedFile.CheckAsync(CheckedFile.Table(CheckedFile.Column("v", type)), TypeTests.Rows(values));
        return Assert.Single(result.Profile.Columns);
    }
}
