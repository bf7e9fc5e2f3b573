using Slipstream.Metadata;
using Slipstream.Stages.TestExtract.Profiles;
using Slipstream.Stages.TestExtract.Profiles.Comparison;

namespace Slipstream.Stages.Tests.TestExtract.Profiles;

public sealed class ColumnComparisonTests
{
    private static readonly ProfileTolerance Default = new();

    [Fact]
    public void Equal_profiles_have_not_moved() => Assert.Empty(Compare(Column(1000), Column(1000)));

    [Theory]
    [InlineData(20, 410, "null share 2 % → 41 %, tolerance 10 %")]
    [InlineData(1000, 0, "null share 100 % → 0 %, tolerance 10 %")]
    [InlineData(0, 1000, "null share 0 % → 100 %, tolerance 10 %")]
    public void A_null_share_that_moves_is_named_with_both_values(long before, long after, string expected) =>
        Assert.Equal(expected, Compare(Column(1000) with { Nulls = before, Distinct = 1 }, Column(1000) with { Nulls = after, Distinct = 1 }).Single().ToString());

    [Theory]
    [InlineData(100_000, 2_000, 100_000, 11_500)]
    [InlineData(1000, 20, 1000, 120)]
    [InlineData(1000, 0, 3, 3)]
    [InlineData(4, 0, 4, 4)]
    [InlineData(0, 0, 1000, 1000)]
    public void A_null_share_within_tolerance_or_chance_has_not_moved(long rowsBefore, long before, long rowsAfter, long after) => Assert.DoesNotContain(
        Compare(Column(rowsBefore) with { Nulls = before, Distinct = Math.Min(1, rowsBefore - before) }, Column(rowsAfter) with { Nulls = after, Distinct = Math.Min(1, rowsAfter - after) }),
        movement => movement.Measure == "null share");

    [Fact]
    public void Large_objects_are_held_to_the_tolerance_and_small_ones_get_room()
    {
        static bool IsMoved(long rows) => Compare(Column(rows) with { Nulls = 0 }, Column(rows) with { Nulls = rows / 5 }).Any(movement => movement.Measure == "null share");

        Assert.True(IsMoved(10_000));
        Assert.False(IsMoved(20));
    }

    [Theory]
    [InlineData(10, 1, "distinct values 10 of 1,000 → 1 of 1,000, tolerance 50 %")]
    [InlineData(1000, 10, "distinct values 1,000 of 1,000 → 10 of 1,000, tolerance 50 %")]
    [InlineData(10, 900, "distinct values 10 of 1,000 → 900 of 1,000, tolerance 50 %")]
    public void Distinct_values_that_collapse_or_explode_have_moved(long before, long after, string expected) =>
        Assert.Equal(expected, Compare(Column(1000) with { Distinct = before }, Column(1000) with { Distinct = after }).Single().ToString());

    [Theory]
    [InlineData(1000, 5, 1_000_000, 5)]
    [InlineData(1000, 1000, 1_000_000, 1_000_000)]
    [InlineData(1_000_000, 1_000_000, 1000, 1000)]
    [InlineData(1_000_000, 400, 1000, 350)]
    [InlineData(1000, 4, 1000, 1)]
    [InlineData(5, 5, 5, 1)]
    public void Distinct_values_follow_the_number_of_values(long valuesBefore, long before, long valuesAfter, long after) =>
        Assert.Empty(Compare(Column(valuesBefore) with { Distinct = before }, Column(valuesAfter) with { Distinct = after }));

    [Theory]
    [InlineData(8.0, 8.5, false)]
    [InlineData(8.0, 12.5, true)]
    [InlineData(8.0, 3.5, true)]
    [InlineData(0.0, 0.4, false)]
    [InlineData(0.0, 3.0, true)]
    public void A_mean_length_may_move_by_its_tolerance(double before, double after, bool isMoved) =>
        Assert.Equal(isMoved, Compare(Lengths(100_000, 0, before, 20), Lengths(100_000, 0, after, 20)).Any(movement => movement.Measure == "mean length"));

    [Fact]
    public void One_long_value_is_no_new_mean() => Assert.Empty(Compare(Lengths(1000, 6, 8, 8), Lengths(1, 30, 30, 30)));

    [Fact]
    public void A_shape_that_loses_its_place_has_moved_whichever_of_the_two_it_is()
    {
        var before = Column(1000) with { Shapes = [new("AA9 9AA", 0.9), new("A9 9AA", 0.1)] };
        var after = Column(1000) with { Shapes = [new("A9 9AA", 0.6), new("AA9 9AA", 0.4)] };
        var scattered = Column(1000) with { Shapes = [new("a", 0.02), new("b", 0.02), new("c", 0.02), new("d", 0.02), new("e", 0.02)] };

        Assert.Equal("share of the shape 'AA9 9AA' 90 % → 40 %, tolerance 30 %", Compare(before, after).Single().ToString());
        Assert.Equal("share of the shape 'A99999999' at most 2 % → 100 %, tolerance 30 %", Compare(scattered, Column(1000) with { Shapes = [new("A99999999", 1)] }).Single().ToString());
        Assert.Empty(Compare(scattered, scattered with { Shapes = [new("x", 0.02), new("y", 0.02), new("z", 0.02), new("v", 0.02), new("w", 0.02)] }));
    }

    [Fact]
    public void A_shape_that_is_not_among_the_first_five_counts_as_the_last_of_them()
    {
        var before = Column(1000) with { Shapes = [new("a", 0.4), new("b", 0.3)] };
        var after = Column(1000) with { Shapes = [new("c", 0.16), new("d", 0.16), new("e", 0.16), new("f", 0.16), new("g", 0.16)] };

        Assert.Empty(Compare(before, after));
    }

    [Theory]
    [InlineData("int", "0", "999", "1000", "1999", 1000, false)]
    [InlineData("int", "0", "999", "3000", "3999", 1000, true)]
    [InlineData("int", "0", "999", "1000", "4999", 4000, false)]
    [InlineData("int", "-5", "5", "-400", "5", 1000, true)]
    [InlineData("int", "7", "7", "7", "14", 1000, false)]
    [InlineData("int", "7", "7", "7", "700", 1000, true)]
    [InlineData("decimal(38,2)", "0.00", "10.00", "0.00", "99999999999999999999999999999999999.00", 1000, true)]
    [InlineData("date", "2026-01-01", "2026-01-07", "2026-01-08", "2026-01-14", 1000, false)]
    [InlineData("date", "2026-01-01", "2026-01-07", "0202-01-08", "2026-01-14", 1000, true)]
    [InlineData("datetime", "2026-01-01 00:00:00", "2026-01-01 23:59:59.999999", "2026-01-02 00:00:00", "2026-01-02 23:59:59", 1000, false)]
    [InlineData("date", "01/02/2026", "07/02/2026", "01/02/1926", "07/02/2026", 1000, false)]
    [InlineData("character", "a", "b", "0", "zzz", 1000, false)]
    public void Numbers_and_dates_may_reach_out_by_the_width_of_their_range(string type, string least, string greatest, string leastNow, string greatestNow, long values, bool isMoved)
    {
        var before = Column(1000) with { Type = type, Minimum = least, Maximum = greatest };
        var after = Column(values) with { Type = type, Minimum = leastNow, Maximum = greatestNow, Distinct = 500 };

        Assert.Equal(isMoved, Compare(before, after).Any(movement => movement.Measure == "range"));
    }

    [Fact]
    public void Dates_move_on_with_the_time_between_two_objects()
    {
        var before = Column(1000) with { Type = "date", Minimum = "2026-01-01", Maximum = "2026-01-01" };
        var after = before with { Minimum = "2026-01-31", Maximum = "2026-01-31" };

        Assert.Empty(new ColumnComparison(before, after, Default, TimeSpan.FromDays(30)).Run());
        Assert.Equal("range", new ColumnComparison(before, after, Default, TimeSpan.FromDays(1)).Run().Single().Measure);
    }

    [Fact]
    public void A_range_of_a_handful_of_values_says_nothing() => Assert.Empty(Compare(
        Column(5) with { Type = "int", Minimum = "1", Maximum = "2" }, Column(5) with { Type = "int", Minimum = "1", Maximum = "9000" }));

    [Fact]
    public void Empty_objects_have_nothing_to_move()
    {
        Assert.Empty(Compare(Column(0) with { Distinct = 0 }, Column(1000)));
        Assert.Empty(Compare(Column(1000), Column(0) with { Distinct = 0 }));
    }

    [Fact]
    public void A_tolerance_of_its_own_decides()
    {
        var after = Column(1000) with { Nulls = 410 };

        Assert.Empty(new ColumnComparison(Column(1000), after, new ProfileTolerance { NullShare = 0.5 }, TimeSpan.Zero).Run());
    }

    private static IReadOnlyList<Movement> Compare(ColumnEntry before, ColumnEntry after) => [.. new ColumnComparison(before, after, Default, TimeSpan.Zero).Run()];

    private static ColumnEntry Column(long rows) => new() { Name = "a", Known = true, Type = "character", Rows = rows, Nulls = 0, Distinct = Math.Min(rows, 500) };

    private static ColumnEntry Lengths(long rows, int shortest, double mean, int longest) =>
        Column(rows) with { Distinct = Math.Min(rows, 1), ShortestLength = shortest, MeanLength = mean, LongestLength = longest };
}
