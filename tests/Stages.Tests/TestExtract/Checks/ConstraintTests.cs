using Slipstream.Metadata;
using Slipstream.Stages.TestExtract.Checks;

namespace Slipstream.Stages.Tests.TestExtract.Checks;

public sealed class ConstraintTests
{
    [Theory]
    [InlineData("int", "10", false, "10 11", "9 -10")]
    [InlineData("int", "10", true, "11", "10 9")]
    [InlineData("int", "9.5", false, "10", "9")]
    [InlineData("long", "9007199254740993", false, "9007199254740993", "9007199254740992")]
    [InlineData("decimal(38,2)", "100000000000000000000000000000000000.01", false, "100000000000000000000000000000000000.01", "100000000000000000000000000000000000.00 1")]
    [InlineData("decimal(9,2)", "-1.5", false, "-1.5 -1.50 0 -15e-1", "-1.51 -2")]
    [InlineData("double", "0.1", false, "0.1 1e-1", "0.09999")]
    public async Task A_minimum_is_exact(string type, string limit, bool isExclusive, string good, string bad)
    {
        var column = CheckedFile.Column("v", type) with { Minimum = new Limit(limit, isExclusive) };

        var result = await CheckedFile.CheckAsync(CheckedFile.Table(column), TypeTests.Rows([.. good.Split(' '), .. bad.Split(' ')]));

        var finding = Assert.Single(result.Findings.All);
        Assert.Equal((Rule.Minimum, $"{(isExclusive ? "more than" : "at least")} {limit}"), (finding.Rule, finding.Expected));
        Assert.Equal(bad.Split(' '), finding.Examples.Select(example => example.Found));
    }

    [Fact]
    public async Task A_maximum_of_times_goes_by_the_calendar()
    {
        var column = CheckedFile.Column("v", "datetime") with { Maximum = new Limit("2019-03-07 10:00:00", IsExclusive: true) };

        var result = await CheckedFile.CheckAsync(CheckedFile.Table(column), TypeTests.Rows("\"2019-03-07T09:59:59.999999\"", "\"2019-03-07T10:00:00\"", "\"2019-03-08 00:00:00\""));

        Assert.Equal("maximum v (less than 2019-03-07 10:00:00) 2× 2: \"2019-03-07T10:00:00\"; 3: \"2019-03-08 00:00:00\"", Said.Of(result));
    }

    [Fact]
    public async Task Lengths_count_code_points_and_bytes()
    {
        var text = CheckedFile.Column("v", "character") with { MinimumLength = 2, MaximumLength = 3 };
        var binary = CheckedFile.Column("v", "binary") with { MaximumLength = 3 };

        var texts = await CheckedFile.CheckAsync(CheckedFile.Table(text), TypeTests.Rows("\"é\"", "\"éé\"", "\"\\ud83d\\ude00éa\"", "\"abcd\""));
        var binaries = await CheckedFile.CheckAsync(CheckedFile.Table(binary), TypeTests.Rows("\"YWJj\"", "\"YWJjZA==\""));

        Assert.Equal("minimum_length v (at least 2 characters) 1× 1: \"é\"\nmaximum_length v (at most 3 characters) 1× 4: \"abcd\"", Said.Of(texts));
        Assert.Equal("maximum_length v (at most 3 bytes) 1× 2: \"YWJjZA==\"", Said.Of(binaries));
    }

    [Fact]
    public async Task An_enum_compares_values_of_its_type()
    {
        var numbers = CheckedFile.Column("v", "decimal(4,1)") with { Enum = ["1", "2.50"] };
        var texts = CheckedFile.Column("v", "character") with { Enum = ["1", "caf\u00e9"] };

        var ofNumbers = await CheckedFile.CheckAsync(CheckedFile.Table(numbers), TypeTests.Rows("1", "1.0", "10e-1", "2.5", "3", "null"));
        var ofTexts = await CheckedFile.CheckAsync(CheckedFile.Table(texts), TypeTests.Rows("\"1\"", "\"1.0\"", "\"caf\\u00e9\"", "\"CAFÉ\""));

        Assert.Equal("enum v (one of 1, 2.50) 1× 5: 3", Said.Of(ofNumbers));
        Assert.Equal("enum v (one of 1, café) 2× 2: \"1.0\"; 4: \"CAFÉ\"", Said.Of(ofTexts));
    }

    [Fact]
    public async Task A_pattern_matches_the_whole_value_or_its_start()
    {
        var whole = CheckedFile.Column("v", "character") with { Pattern = "a|ab" };
        var start = whole with { PatternScope = PatternScope.Start };
        var rows = TypeTests.Rows("\"ab\"", "\"abc\"", "\"xa\"", "\"a\\n\"");

        Assert.Equal("pattern v (a match of a|ab) 3× 2: \"abc\"; 3: \"xa\"; 4: \"a \"", Said.Of(await CheckedFile.CheckAsync(CheckedFile.Table(whole), rows)));
        Assert.Equal("pattern v (a start that matches of a|ab) 1× 3: \"xa\"", Said.Of(await CheckedFile.CheckAsync(CheckedFile.Table(start), rows)));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_pattern_that_never_ends_is_a_finding_and_no_hang()
    {
        // The reference back keeps the linear engine out; the rest doubles with each letter.
        var column = CheckedFile.Column("v", "character") with { Pattern = @"(x?)(a+)+\1b" };
        var value = $"\"{new string('a', 40)}\"";

        var result = await CheckedFile.CheckAsync(CheckedFile.Table(column), TypeTests.Rows(Enumerable.Repeat(value, 100)));

        Assert.Contains("pattern_time v", Said.Of(result), StringComparison.Ordinal);
        Assert.True(result.Findings.HasFailures);
    }

    [Fact]
    public async Task Hidden_values_stay_hidden_in_every_finding()
    {
        var column = CheckedFile.Column("v", "struct<a:int>") with { Sensitivity = "personal_data" };
        var text = CheckedFile.Column("t", "character") with { IsRedacted = true, Pattern = "x", IsUnique = true, Enum = ["x"] };

        var result = await CheckedFile.CheckAsync(CheckedFile.Table(column, text), """
            {"v":{"a":"secret"},"t":"secret"}
            {"v":null,"t":"secret"}
            {"v":"secret","t":7}
            {"v":"secret
            secret

            """);

        Assert.DoesNotContain("secret", Said.Of(result), StringComparison.Ordinal);
        Assert.Contains("2: a hidden value", Said.Of(result), StringComparison.Ordinal);
        Assert.All(result.Profile.Columns, profile => Assert.Null(profile.Minimum));
    }
}
