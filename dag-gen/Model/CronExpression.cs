namespace Slipstream.DagGen.Model;

/// <summary>A cron expression of five fields, as Airflow understands it.</summary>
internal sealed record CronExpression
{
    private const int Horizon = 8 * 366;

    private static readonly CronFieldReader MinuteReader = new("minute", 0, 59);
    private static readonly CronFieldReader HourReader = new("hour", 0, 23);
    private static readonly CronFieldReader DayReader = new("day of the month", 1, 31);
    private static readonly CronFieldReader MonthReader =
        new("month", 1, 12, "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

    private static readonly CronFieldReader DayOfWeekReader = new("day of the week", 0, 6, "SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static readonly int[] DaysOfMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    public required string Text { get; init; }

    public required IReadOnlySet<int> Minutes { get; init; }

    public required IReadOnlySet<int> Hours { get; init; }

    public required IReadOnlySet<int> Days { get; init; }

    public required IReadOnlySet<int> Months { get; init; }

    /// <summary>0 is Sunday.</summary>
    public required IReadOnlySet<int> DaysOfWeek { get; init; }

    /// <summary>True if the day of the month is restricted.</summary>
    public required bool HasDays { get; init; }

    /// <summary>True if the day of the week is restricted; with <see cref="HasDays"/>, either of them makes the expression fire.</summary>
    public required bool HasDaysOfWeek { get; init; }

    /// <summary>For each step that does not come out even, what is odd about it.</summary>
    public IReadOnlyList<string> UnevenSteps { get; init; } = [];

    /// <summary>The times of a day on which it fires, in order.</summary>
    public IReadOnlyList<TimeOnly> Times => [.. from hour in Hours.Order() from minute in Minutes.Order() select new TimeOnly(hour, minute)];

    /// <summary>False if no month named has any of the days named.</summary>
    public bool EverFires => HasDaysOfWeek || Months.Any(month => Days.Any(day => day <= DaysOfMonths[month - 1]));

    /// <summary>Reads minute, hour, day of month, month and day of week.</summary>
    /// <exception cref="FormatException">The message says which field is wrong and what it may be.</exception>
    public static CronExpression Parse(string text)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != 5)
        {
            throw new FormatException(
                $"Cron '{text}' has {fields.Length} fields. Write five: minute, hour, day of the month, month, day of the week, as in '30 13 * * *'.");
        }

        var minute = MinuteReader.Read(text, fields[0]);
        var hour = HourReader.Read(text, fields[1]);
        var day = DayReader.Read(text, fields[2]);
        var month = MonthReader.Read(text, fields[3]);
        var dayOfWeek = DayOfWeekReader.Read(text, fields[4]);
        return new CronExpression
        {
            Text = text,
            Minutes = minute.Values,
            Hours = hour.Values,
            Days = day.Values,
            Months = month.Values,
            DaysOfWeek = dayOfWeek.Values,
            HasDays = IsRestricted(day, 31, dayOfWeek),
            HasDaysOfWeek = IsRestricted(dayOfWeek, 7, day),
            UnevenSteps = [.. minute.UnevenSteps, .. hour.UnevenSteps, .. day.UnevenSteps, .. month.UnevenSteps, .. dayOfWeek.UnevenSteps],
        };
    }

    /// <summary>The expression of a preset; null for those that no clock decides.</summary>
    public static CronExpression? Of(Preset preset) => preset switch
    {
        Preset.Once or Preset.Continuous => null,
        Preset.Hourly => Parse("0 * * * *"),
        Preset.Daily => Parse("0 0 * * *"),
        Preset.Weekly => Parse("0 0 * * 0"),
        Preset.Monthly => Parse("0 0 1 * *"),
        Preset.Quarterly => Parse("0 0 1 */3 *"),
        Preset.Yearly => Parse("0 0 1 1 *"),
        _ => throw new ArgumentOutOfRangeException(nameof(preset), preset, "No cron expression is known for this preset."),
    };

    public bool FiresOn(DateOnly date)
    {
        var day = Days.Contains(date.Day);
        var dayOfWeek = DaysOfWeek.Contains((int)date.DayOfWeek);
        return Months.Contains(date.Month) && (HasDays && HasDaysOfWeek ? day || dayOfWeek : day && dayOfWeek);
    }

    /// <summary>
    /// The next runs after a time, as Airflow's cron timetable finds them on the clocks of a zone; fewer if the next eight years have no more.
    /// </summary>
    public IReadOnlyList<DateTimeOffset> Next(DateTimeOffset after, TimeZoneInfo zone, int count)
    {
        var runs = new List<DateTimeOffset>();
        var times = Times;
        var last = TimeZoneInfo.ConvertTime(after, zone);
        while (runs.Count < count && NextOnClock(last.DateTime, times) is { } next)
        {
            // Where it fires in every hour the clock's jumps do not matter: elapsed time does.
            var instant = Hours.Count == 24 ? last + (next - last.DateTime) : Instant(next, zone);
            last = TimeZoneInfo.ConvertTime(instant, zone);
            runs.Add(last);
        }

        return runs;
    }

    // A time that the clock jumps over counts as if it had not jumped; of a time that comes twice, the second counts.
    private static DateTimeOffset Instant(DateTime clock, TimeZoneInfo zone) => new(
        clock,
        zone.IsInvalidTime(clock) ? zone.GetUtcOffset(clock.AddHours(-3))
        : zone.IsAmbiguousTime(clock) ? zone.GetAmbiguousTimeOffsets(clock).Min()
        : zone.GetUtcOffset(clock));

    private static bool IsRestricted(CronField field, int all, CronField other) =>
        field.Text != "*" && !(field.Values.Count == all && other.Text.Contains('*', StringComparison.Ordinal));

    private DateTime? NextOnClock(DateTime after, IReadOnlyList<TimeOnly> times)
    {
        var today = DateOnly.FromDateTime(after);
        return Enumerable.Range(0, Horizon)
            .Select(today.AddDays)
            .Where(FiresOn)
            .SelectMany(date => times.Select(time => date.ToDateTime(time)))
            .Where(time => time > after)
            .Select(time => (DateTime?)time)
            .FirstOrDefault();
    }
}
