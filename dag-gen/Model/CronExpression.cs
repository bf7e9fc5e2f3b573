namespace Slipstream.DagGen.Model;

/// <summary>A cron expression of five fields, as the values that each field admits.</summary>
internal sealed record CronExpression
{
    private static readonly string[] MonthNames = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] DayNames = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
    private static readonly int[] DaysOfMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    public required IReadOnlySet<int> Minutes { get; init; }

    public required IReadOnlySet<int> Hours { get; init; }

    public required IReadOnlySet<int> Days { get; init; }

    public required IReadOnlySet<int> Months { get; init; }

    /// <summary>0 and 7 are both Sunday.</summary>
    public required IReadOnlySet<int> DaysOfWeek { get; init; }

    /// <summary>True if the day of the week is restricted, so that it alone makes the expression fire.</summary>
    public required bool HasDaysOfWeek { get; init; }

    /// <summary>False if no month named has any of the days named.</summary>
    public bool EverFires => HasDaysOfWeek || Months.Any(month => Days.Any(day => day <= DaysOfMonths[month - 1]));

    /// <summary>Reads minute, hour, day of month, month and day of week.</summary>
    /// <exception cref="FormatException">The message says which field is wrong and what it may be.</exception>
    public static CronExpression Parse(string text)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length == 5
            ? new CronExpression
            {
                Minutes = Field(text, "minute", fields[0], 0, 59, []),
                Hours = Field(text, "hour", fields[1], 0, 23, []),
                Days = Field(text, "day of the month", fields[2], 1, 31, []),
                Months = Field(text, "month", fields[3], 1, 12, MonthNames),
                DaysOfWeek = Field(text, "day of the week", fields[4], 0, 7, DayNames),
                HasDaysOfWeek = !fields[4].StartsWith('*'),
            }
            : throw new FormatException(
                $"Cron '{text}' has {fields.Length} fields. Write five: minute, hour, day of the month, month, day of the week, as in '30 13 * * *'.");
    }

    private static HashSet<int> Field(string text, string name, string field, int least, int most, string[] words)
    {
        var values = new HashSet<int>();
        foreach (var part in field.Split(','))
        {
            var (first, last, step) = Part(part, least, most, words);
            if (first < least || last > most || first > last || step < 1)
            {
                throw new FormatException($"Cron '{text}' has the {name} '{field}'. Use numbers from {least} to {most}, lists, ranges, '*' and steps.");
            }

            for (var value = first; value <= last; value += step)
            {
                values.Add(value);
            }
        }

        return values;
    }

    // What cannot be read becomes a number that no field admits.
    private static (int First, int Last, int Step) Part(string part, int least, int most, string[] words)
    {
        var (range, step) = part.Split('/') switch
        {
            [var only] => (only, 1),
            [var before, var after] => (before, Number(after, [], 0)),
            _ => (part, 0),
        };
        return range.Split('-') switch
        {
            ["*"] => (least, most, step),
            [var first] => (Number(first, words, least), range == part ? Number(first, words, least) : most, step),
            [var first, var last] => (Number(first, words, least), Number(last, words, least), step),
            _ => (-1, -1, 0),
        };
    }

    private static int Number(string text, string[] words, int least)
    {
        var word = Array.FindIndex(words, word => word.Equals(text, StringComparison.OrdinalIgnoreCase));
        return word >= 0 ? word + least
            : text.Length is 1 or 2 && text.All(char.IsAsciiDigit) ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
            : -1;
    }
}
