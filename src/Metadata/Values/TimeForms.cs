using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;
using Slipstream.Metadata.Types;

namespace Slipstream.Metadata.Values;

/// <summary>Which texts are dates, datetimes and times of day.</summary>
internal static partial class TimeForms
{
    private const int NanosecondDigits = 9;

    public static bool IsTime(ColumnType type) =>
        type is TimestampType or TimeType or SimpleType { Kind: SimpleKind.Date or SimpleKind.DateTime };

    /// <summary>The nanoseconds that a text says; null if it is no value of the type.</summary>
    public static BigInteger? Read(string text, ColumnType type, DateTimeFormat? format)
    {
        var nanoseconds = format is null ? ReadIso(text, type)
            : format.TryParse(Encoding.UTF8.GetBytes(text), out var ticks) ? (BigInteger)ticks * TimeSpan.NanosecondsPerTick : null;
        return nanoseconds is { } found && (found % Unit(type)).IsZero ? found : null;
    }

    public static string Expected(ColumnType type, DateTimeFormat? format) => format is not null
        ? $"a text of the form '{format}'"
        : type switch
        {
            SimpleType { Kind: SimpleKind.Date } => "a date such as '2019-03-07'",
            TimeType => "a time such as '13:45:00'",
            _ => "a datetime such as '2019-03-07 13:45:00'",
        };

    private static BigInteger? ReadIso(string text, ColumnType type)
    {
        var match = type switch
        {
            SimpleType { Kind: SimpleKind.Date } => DateForm().Match(text),
            TimeType => TimeForm().Match(text),
            _ => DateTimeForm().Match(text),
        };
        return !match.Success ? null
            : ReadDate(match.Groups["date"].Value) is { } date && ReadClock(match.Groups["clock"].Value) is { } clock ? date + clock + ReadFraction(match.Groups["fraction"].Value)
            : null;
    }

    private static BigInteger? ReadDate(string text) =>
        text.Length == 0 ? BigInteger.Zero
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? (BigInteger)date.DayNumber * TimeSpan.TicksPerDay * TimeSpan.NanosecondsPerTick
            : null;

    private static BigInteger? ReadClock(string text) =>
        text.Length == 0 ? BigInteger.Zero
        : TimeOnly.TryParseExact(text, "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? (BigInteger)time.Ticks * TimeSpan.NanosecondsPerTick
            : null;

    private static BigInteger ReadFraction(string digits) =>
        digits.Length == 0 ? BigInteger.Zero : BigInteger.Parse(digits.PadRight(NanosecondDigits, '0'), CultureInfo.InvariantCulture);

    private static BigInteger Unit(ColumnType type) => type switch
    {
        SimpleType { Kind: SimpleKind.Date } => (BigInteger)TimeSpan.TicksPerDay * TimeSpan.NanosecondsPerTick,
        TimestampType stamp => Unit(stamp.Unit),
        TimeType time => Unit(time.Unit),
        _ => Unit(TimeUnit.Microsecond),
    };

    private static BigInteger Unit(TimeUnit unit) => BigInteger.Pow(1000, (int)TimeUnit.Nanosecond - (int)unit);

    [GeneratedRegex(@"\A(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})\z")]
    private static partial Regex DateForm();

    [GeneratedRegex(@"\A(?<clock>[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.(?<fraction>[0-9]{1,9}))?\z")]
    private static partial Regex TimeForm();

    [GeneratedRegex(@"\A(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[ T](?<clock>[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.(?<fraction>[0-9]{1,9}))?\z")]
    private static partial Regex DateTimeForm();
}
