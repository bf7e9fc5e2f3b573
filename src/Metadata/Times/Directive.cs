namespace Slipstream.Metadata.Times;

/// <summary>The kinds of what a format is made of.</summary>
internal enum Directive
{
    /// <summary>One character that stands for itself, in either case.</summary>
    Literal,

    /// <summary>One or more characters of white space.</summary>
    Space,

    Year,
    ShortYear,
    Month,
    MonthName,
    ShortMonthName,
    Day,
    DayOfYear,
    Hour,
    HourOfHalf,
    HalfOfDay,
    Minute,
    Second,
    Fraction,
    Offset,
    ZoneName,
    Weekday,
    ShortWeekday,
}
