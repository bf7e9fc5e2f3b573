using System.Globalization;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Tests.Cron;

public sealed class CronRunTests
{
    private const int Seed = 20_261_122;

    [Theory]
    [InlineData("30 13 * * 0", "UTC", "2026-11-01T13:30Z", "2026-11-08T13:30Z 2026-11-15T13:30Z")]
    [InlineData("0 8 1-7 * 1", "UTC", "2026-06-05T08:00Z", "2026-06-06T08:00Z 2026-06-07T08:00Z 2026-06-08T08:00Z 2026-06-15T08:00Z")]
    [InlineData("0 0 29 2 *", "UTC", "2026-01-01T00:00Z", "2028-02-29T00:00Z 2032-02-29T00:00Z")]
    [InlineData("0 0 29 2 *", "UTC", "2096-03-01T00:00Z", "2104-02-29T00:00Z")]
    [InlineData("0 6 * * 5-7", "UTC", "2026-11-26T00:00Z", "2026-11-27T06:00Z 2026-11-28T06:00Z 2026-11-29T06:00Z 2026-12-04T06:00Z")]
    [InlineData("0 0 */2 * */2", "UTC", "2026-11-01T00:00Z", "2026-11-03T00:00Z 2026-11-05T00:00Z 2026-11-07T00:00Z")]
    [InlineData("0 0 1-31 * */2", "UTC", "2026-11-01T00:00Z", "2026-11-03T00:00Z 2026-11-05T00:00Z 2026-11-07T00:00Z 2026-11-08T00:00Z")]
    [InlineData("30 1 * * *", "Europe/London", "2026-03-28T00:00Z", "2026-03-28T01:30Z 2026-03-29T01:30Z 2026-03-30T00:30Z")]
    [InlineData("30 1 * * *", "Europe/London", "2026-10-24T00:00Z", "2026-10-24T00:30Z 2026-10-25T01:30Z 2026-10-26T01:30Z")]
    [InlineData("30 * * * *", "Europe/London", "2026-10-24T23:45Z", "2026-10-25T00:30Z 2026-10-25T01:30Z 2026-10-25T02:30Z")]
    [InlineData("0 0 * * *", "Asia/Beirut", "2026-03-27T22:00Z", "2026-03-28T22:00Z 2026-03-29T21:00Z")]
    [InlineData("30 2 * * *", "America/New_York", "2026-03-07T12:00Z", "2026-03-08T07:30Z 2026-03-09T06:30Z")]
    public void Runs_come_when_airflow_starts_them(string cron, string zone, string after, string runs)
    {
        var expected = runs.Split(' ').Select(Time).ToList();

        var found = CronExpression.Parse(cron).Next(Time(after), TimeZoneInfo.FindSystemTimeZoneById(zone), expected.Count);

        Assert.Equal(expected, found);
    }

    [Fact]
    public void Runs_are_told_on_the_clocks_of_the_zone() => Assert.Equal(
        "2026-07-02T00:30:00+01:00",
        CronExpression.Parse("30 0 * * *").Next(Time("2026-07-01T12:00Z"), TimeZoneInfo.FindSystemTimeZoneById("Europe/London"), 1)[0]
            .ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("0 0 31 2 *")]
    [InlineData("0 0 30 2 *")]
    [InlineData("0 0 31 4,6,9,11 *")]
    public void What_never_fires_has_no_next_run(string cron)
    {
        Assert.Empty(CronExpression.Parse(cron).Next(Time("2026-01-01T00:00Z"), TimeZoneInfo.Utc, 1));
        Assert.False(CronExpression.Parse(cron).EverFires);
    }

    [Trait("lane", "slow")]
    [Theory]
    [InlineData("UTC")]
    [InlineData("Europe/London")]
    [InlineData("America/New_York")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Asia/Kolkata")]
    public void Runs_agree_with_a_look_at_every_minute(string zoneId)
    {
        var random = new Random(Seed);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneId);
        for (var i = 0; i < 30; i++)
        {
            var text = RandomCron(random);
            var after = Time("2026-03-01T00:00Z").AddMinutes(random.Next(0, 60 * 24 * 300));
            var runs = CronExpression.Parse(text).Next(after, zone, 4);

            Assert.Equal((text, string.Join(' ', EveryMinute(text, after, zone).Take(runs.Count))), (text, string.Join(' ', runs)));
            Assert.Equal((text, 4), (text, runs.Count));
        }
    }

    // Few fields are restricted, so that four runs are never far.
    private static string RandomCron(Random random)
    {
        string[] minutes = ["0", "30", "*/15", "5,55", "*", "7-22/5"];
        string[] hours = ["*", "1", "1,2", "*/6", "0-3", "22-23", "2"];
        string[] days = ["*", "*", "*", "1", "*/2", "28-31"];
        string[] months = ["*", "*", "3,10", "MAR-NOV"];
        string[] daysOfWeek = ["*", "*", "0", "7", "MON-FRI", "*/2", "sat,SUN"];
        return string.Join(' ', new[] { minutes, hours, days, months, daysOfWeek }.Select(choices => choices[random.Next(choices.Length)]));
    }

    // An own, slow reading of the same rules: minute by minute on the clock, from run to run.
    private static IEnumerable<DateTimeOffset> EveryMinute(string cron, DateTimeOffset after, TimeZoneInfo zone)
    {
        var fields = cron.Split(' ');
        var now = TimeZoneInfo.ConvertTime(after, zone);
        while (true)
        {
            var clock = now.DateTime.AddMinutes(1);
            while (!Matches(fields, clock))
            {
                clock = clock.AddMinutes(1);
            }

            now = fields[1] == "*" ? TimeZoneInfo.ConvertTime(now + (clock - now.DateTime), zone) : Instant(clock, zone);
            yield return now;
        }
    }

    private static bool Matches(string[] fields, DateTime clock)
    {
        var day = Matches(fields[2], clock.Day, 1, 31);
        var dayOfWeek = Matches(fields[4], (int)clock.DayOfWeek, 0, 6) || (clock.DayOfWeek == DayOfWeek.Sunday && fields[4] == "7");
        return Matches(fields[0], clock.Minute, 0, 59)
            && Matches(fields[1], clock.Hour, 0, 23)
            && Matches(fields[3], clock.Month, 1, 12)
            && (fields[2] == "*" || fields[4] == "*" ? day && dayOfWeek : day || dayOfWeek);
    }

    private static bool Matches(string field, int value, int least, int most) => field.Split(',').Any(part =>
    {
        var step = part.Contains('/') ? int.Parse(part.Split('/')[1], CultureInfo.InvariantCulture) : 1;
        var bounds = part.Split('/')[0].Split('-').Select(Number).ToArray();
        var (first, last) = bounds[0] < 0 ? (least, most) : (bounds[0], bounds[^1]);
        return value >= first && value <= last && (value - first) % step == 0;
    });

    private static int Number(string text) => text.ToUpperInvariant() switch
    {
        "*" => -1,
        "SUN" => 0,
        "MON" => 1,
        "FRI" => 5,
        "SAT" => 6,
        "MAR" => 3,
        "NOV" => 11,
        _ => int.Parse(text, CultureInfo.InvariantCulture),
    };

    // The first instant at or after the clock's that shows the time, once the clock has jumped; of two, the second.
    private static DateTimeOffset Instant(DateTime clock, TimeZoneInfo zone)
    {
        var candidates = Enumerable.Range(-14 * 4, 28 * 4)
            .Select(quarter => new DateTimeOffset(clock, TimeSpan.Zero).AddMinutes(quarter * 15))
            .Where(instant => TimeZoneInfo.ConvertTime(instant, zone).DateTime == clock)
            .ToList();
        var earlier = TimeZoneInfo.ConvertTime(new DateTimeOffset(clock, TimeSpan.Zero).AddHours(-24), zone).Offset;
        return TimeZoneInfo.ConvertTime(candidates.Count > 0 ? candidates[^1] : new DateTimeOffset(clock, earlier), zone);
    }

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.ParseExact(text, "yyyy-MM-ddTHH:mmZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
