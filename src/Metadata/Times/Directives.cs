namespace Slipstream.Metadata.Times;

/// <summary>The letters of the directives, what they read and what they say.</summary>
internal static class Directives
{
    /// <summary>Directives that stand for several others.</summary>
    public static IReadOnlyDictionary<char, string> Short { get; } = new Dictionary<char, string>
    {
        ['T'] = "%H:%M:%S",
        ['D'] = "%m/%d/%y",
        ['F'] = "%Y-%m-%d",
    };

    public static IReadOnlyDictionary<char, Directive> Letters { get; } = new Dictionary<char, Directive>
    {
        ['Y'] = Directive.Year,
        ['y'] = Directive.ShortYear,
        ['m'] = Directive.Month,
        ['B'] = Directive.MonthName,
        ['b'] = Directive.ShortMonthName,
        ['d'] = Directive.Day,
        ['j'] = Directive.DayOfYear,
        ['H'] = Directive.Hour,
        ['I'] = Directive.HourOfHalf,
        ['p'] = Directive.HalfOfDay,
        ['M'] = Directive.Minute,
        ['S'] = Directive.Second,
        ['f'] = Directive.Fraction,
        ['z'] = Directive.Offset,
        ['Z'] = Directive.ZoneName,
        ['A'] = Directive.Weekday,
        ['a'] = Directive.ShortWeekday,
    };

    public static TimeParts Parts(Directive directive) => directive switch
    {
        Directive.Year or Directive.ShortYear => TimeParts.Year,
        Directive.Month or Directive.MonthName or Directive.ShortMonthName => TimeParts.Month,
        Directive.Day => TimeParts.Day,
        Directive.DayOfYear => TimeParts.DayOfYear,
        Directive.Hour or Directive.HourOfHalf => TimeParts.Hour,
        Directive.HalfOfDay => TimeParts.HalfOfDay,
        Directive.Minute => TimeParts.Minute,
        Directive.Second => TimeParts.Second,
        Directive.Fraction => TimeParts.Fraction,
        Directive.Offset or Directive.ZoneName => TimeParts.Zone,
        Directive.Weekday or Directive.ShortWeekday => TimeParts.Weekday,
        _ => TimeParts.None,
    };

    /// <summary>What each letter reads, for messages.</summary>
    public static string Known { get; } = string.Join(", ", Letters.Keys.Concat(Short.Keys).Append('%').Select(letter => $"%{letter}"));
}
