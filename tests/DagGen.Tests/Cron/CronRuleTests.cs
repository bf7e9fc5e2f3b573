using Slipstream.DagGen.Model;
using Slipstream.DagGen.Rules;
using Slipstream.DagGen.Tests.Support;

namespace Slipstream.DagGen.Tests.Cron;

public sealed class CronRuleTests
{
    private static readonly DateOnly Today = new(2026, 1, 1);

    [Theory]
    [InlineData("30 13 * * *", "Europe/London")]
    [InlineData("*/15 * * * *", "Europe/London")]
    [InlineData("0 */6 * jan,jul MON-FRI", "Asia/Kolkata")]
    [InlineData("0 9-17/4 * * *", "UTC")]
    [InlineData("5/20 * * * *", "UTC")]
    [InlineData("0 0 1 */3 *", "UTC")]
    [InlineData("0 3 29 2 *", "UTC")]
    [InlineData("0 1 1 * *", "Europe/London")]
    public void Good_schedules_break_no_rule(string cron, string zone) => Assert.Empty(Check(new CronSchedule(cron, zone)));

    [Theory]
    [InlineData("0 30 13 * * *", "Write five")]
    [InlineData("None", "Write five")]
    [InlineData("@daily", "Write five")]
    [InlineData("0 7 3-10 * ? *", "Write five")]
    [InlineData("0 0 31 2 *", "it never fires")]
    [InlineData("99 * * * *", "has the minute '99'")]
    [InlineData("0 0 * * 8", "has the day of the week '8'")]
    [InlineData("0 0 * foo *", "has the month 'foo'")]
    public void Schedules_that_never_fire_as_meant_are_refused(string cron, string message)
    {
        var breach = Assert.Single(Check(new CronSchedule(cron, "Europe/London")));

        Assert.Equal(("Schedule.Cron", Severity.Error), (breach.Member, breach.Severity));
        Assert.Contains(message, breach.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0 8 1-7 * 1", "UTC", "fires on the days 1, 2, 3, 4, 5, 6, 7 of the month and on every Monday besides")]
    [InlineData("0 8 15 * SAT,7", "UTC", "fires on the days 15 of the month and on every Sunday, Saturday besides")]
    [InlineData("*/7 * * * *", "UTC", "'*/7' does not divide the minute evenly: behind 56 comes 0, not 7 later")]
    [InlineData("0 */5 * * *", "UTC", "'*/5' does not divide the hour evenly: behind 20 comes 0")]
    [InlineData("0 0 */2 * *", "UTC", "'*/2' does not divide the day of the month evenly: behind 31 comes 1")]
    [InlineData("0 9-17/3 * * *", "UTC", "'9-17/3' does not divide its range evenly: the last hour is 15, not 17")]
    [InlineData("10/25 * * * *", "UTC", "'10/25' does not divide the minute evenly: behind 35 comes 10")]
    [InlineData("0 0 * * */3", "UTC", "'*/3' does not divide the day of the week evenly")]
    [InlineData("30 2 * 3 *", "America/New_York", "On 2026-03-08 the clocks of 'America/New_York' jump over 02:30: Airflow runs at 03:30")]
    [InlineData("30 1 * 10 *", "Europe/London", "On 2026-10-25 the clocks of 'Europe/London' show 01:30 twice: Airflow runs at the second")]
    [InlineData("0 1 29 3 *", "Europe/London", "On 2026-03-29 the clocks of 'Europe/London' jump over 01:00: Airflow runs at 02:00")]
    public void Odd_schedules_are_warned_of(string cron, string zone, string message)
    {
        var breach = Assert.Single(Check(new CronSchedule(cron, zone)));

        Assert.Equal(("Schedule.Cron", Severity.Warning), (breach.Member, breach.Severity));
        Assert.Contains(message, breach.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_may_be_jumped_over_in_spring_and_come_twice_in_autumn() =>
        Assert.Equal(2, Check(new CronSchedule("30 1 * * *", "Europe/London")).Count);

    [Theory]
    [InlineData(nameof(Preset.Daily), "Asia/Beirut", 1)]
    [InlineData(nameof(Preset.Daily), "Europe/London", 0)]
    [InlineData(nameof(Preset.Hourly), "Asia/Beirut", 0)]
    [InlineData(nameof(Preset.Once), "Asia/Beirut", 0)]
    [InlineData(nameof(Preset.Continuous), "Asia/Beirut", 0)]
    public void Presets_meet_the_clocks_too(string preset, string zone, int warnings)
    {
        var found = Check(new PresetSchedule(Enum.Parse<Preset>(preset), zone));

        Assert.Equal(warnings, found.Count);
        Assert.All(found, breach => Assert.Contains("On 2026-03-29 the clocks of 'Asia/Beirut' jump over 00:00", breach.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_preset_but_two_has_its_times() => Assert.All(
        Enum.GetValues<Preset>(), preset => Assert.Equal(preset is Preset.Once or Preset.Continuous, CronExpression.Of(preset) is null));

    [Fact]
    public void Without_a_day_to_start_from_the_clocks_are_those_after_the_start_date()
    {
        var dag = Some.Dag() with { Schedule = new CronSchedule("30 1 * 3 *", "Europe/London"), StartDate = new DateOnly(2024, 4, 1) };

        Assert.Contains("On 2025-03-30", Assert.Single(new CronRule().Check(dag)).Message, StringComparison.Ordinal);
    }

    private static List<Breach> Check(Schedule schedule) => [.. new CronRule(Today).Check(Some.Dag() with { Schedule = schedule })];
}
