namespace Slipstream.Metadata.Times;

/// <summary>What the directives of a format have read, as yet unchecked against the calendar.</summary>
internal struct TimeFields
{
    private const int DefaultYear = 1900;

    public int Year;
    public int Month;
    public int Day;
    public int DayOfYear;
    public int Hour;
    public bool IsHalf;
    public bool IsAfternoon;
    public int Minute;
    public int Second;
    public int Microsecond;
    public long OffsetTicks;

    public static TimeFields Default => new() { Year = DefaultYear, Month = 1, Day = 1 };

    public readonly bool TryGetTicks(out long ticks)
    {
        ticks = 0;
        if (Year < 1 || Second > 59 || !IsDay())
        {
            return false;
        }

        var day = DayOfYear == 0 ? new DateTime(Year, Month, Day) : new DateTime(Year, 1, 1).AddDays(DayOfYear - 1);
        var hour = IsHalf ? (Hour % 12) + (IsAfternoon ? 12 : 0) : Hour;
        var seconds = (((hour * 60L) + Minute) * 60) + Second;
        ticks = day.Ticks + (seconds * TimeSpan.TicksPerSecond) + (Microsecond * TimeSpan.TicksPerMicrosecond) - OffsetTicks;
        return true;
    }

    private readonly bool IsDay() => DayOfYear == 0
        ? Day <= DateTime.DaysInMonth(Year, Month)
        : DayOfYear <= (DateTime.IsLeapYear(Year) ? 366 : 365);
}
