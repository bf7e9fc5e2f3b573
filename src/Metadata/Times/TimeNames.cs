using System.Text;

namespace Slipstream.Metadata.Times;

/// <summary>The English names of months, weekdays and zones, in any case.</summary>
internal static class TimeNames
{
    private static readonly byte[][] Months =
    [
        [.. "january"u8], [.. "february"u8], [.. "march"u8], [.. "april"u8], [.. "may"u8], [.. "june"u8],
        [.. "july"u8], [.. "august"u8], [.. "september"u8], [.. "october"u8], [.. "november"u8], [.. "december"u8],
    ];

    private static readonly byte[][] Weekdays =
    [
        [.. "monday"u8], [.. "tuesday"u8], [.. "wednesday"u8], [.. "thursday"u8], [.. "friday"u8], [.. "saturday"u8], [.. "sunday"u8],
    ];

    /// <summary>The length of the name that the text starts with, and its number from 1; 0 for none.</summary>
    public static int Read(Directive directive, ReadOnlySpan<byte> text, out int number)
    {
        var names = directive is Directive.MonthName or Directive.ShortMonthName ? Months : Weekdays;
        var isShort = directive is Directive.ShortMonthName or Directive.ShortWeekday;
        for (number = 1; number <= names.Length; number++)
        {
            ReadOnlySpan<byte> name = names[number - 1];
            if (StartsWith(text, isShort ? name[..3] : name))
            {
                return isShort ? 3 : name.Length;
            }
        }

        return 0;
    }

    /// <summary>The length of UTC or GMT at the start of the text; 0 for neither. Other names mean other times in other places.</summary>
    public static int Zone(ReadOnlySpan<byte> text) => StartsWith(text, "utc"u8) || StartsWith(text, "gmt"u8) ? 3 : 0;

    private static bool StartsWith(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name) =>
        text.Length >= name.Length && Ascii.EqualsIgnoreCase(text[..name.Length], name);
}
