using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Tests.Model;

public sealed class CronExpressionTests
{
    [Fact]
    public void Fields_become_the_values_that_they_admit()
    {
        var cron = CronExpression.Parse("*/20 9-17/4,23 1,15 jan-MAR 0");

        Assert.Equal([0, 20, 40], cron.Minutes.Order());
        Assert.Equal([9, 13, 17, 23], cron.Hours.Order());
        Assert.Equal([1, 15], cron.Days.Order());
        Assert.Equal([1, 2, 3], cron.Months.Order());
        Assert.Equal([0], cron.DaysOfWeek.Order());
    }

    [Fact]
    public void A_step_behind_a_single_number_goes_on_to_the_end() =>
        Assert.Equal([5, 25, 45], CronExpression.Parse("5/20 * * * *").Minutes.Order());

    [Theory]
    [InlineData("60 * * * *", "minute '60'")]
    [InlineData("* 24 * * *", "hour '24'")]
    [InlineData("* * 0 * *", "day of the month '0'")]
    [InlineData("* * * 13 *", "month '13'")]
    [InlineData("* * * * 8", "day of the week '8'")]
    [InlineData("*/0 * * * *", "minute '*/0'")]
    [InlineData("9-5 * * * *", "minute '9-5'")]
    [InlineData("1, * * * *", "minute '1,'")]
    [InlineData("-1 * * * *", "minute '-1'")]
    [InlineData("1-2-3 * * * *", "minute '1-2-3'")]
    [InlineData("0 7 ? * *", "day of the month '?'")]
    [InlineData("* * * MON *", "month 'MON'")]
    [InlineData("٣ * * * *", "minute '٣'")]
    public void A_wrong_field_is_named(string text, string named) =>
        Assert.Contains(named, Assert.Throws<FormatException>(() => CronExpression.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("None")]
    [InlineData("@daily")]
    [InlineData("30 13 * *")]
    [InlineData("0 30 13 * * *")]
    public void Five_fields_are_wanted(string text) =>
        Assert.Contains("Write five", Assert.Throws<FormatException>(() => CronExpression.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("0 0 31 2 *", false)]
    [InlineData("0 0 31 4,6 *", false)]
    [InlineData("0 0 29 2 *", true)]
    [InlineData("0 0 31 2 1", true)]
    public void Days_that_never_come_are_known(string text, bool everFires) => Assert.Equal(everFires, CronExpression.Parse(text).EverFires);
}
