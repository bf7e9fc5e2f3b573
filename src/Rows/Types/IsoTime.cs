namespace Slipstream.Rows.Types;

/// <summary>Dates and times as ISO writes them, of fixed width; nothing is taken for something else.</summary>
public static class IsoTime
{
    private const int DateLength = 10;
    private const int TimeLength = 8;

    private const int NanosecondDigits = 9;

    /// <summary>YYYY-MM-DD.</summary>
    public static bool TryDate(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.Length != DateLength || text[4] != '-' || text[7] != '-'
            || !TryDigits(text[..4], out var year) || !TryDigits(text[5..7], out var month) || !TryDigits(text[8..], out var day)
            || year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        ticks = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified).Ticks;
        return true;
    }

    /// <summary>HH:MM:SS, with up to so many digits behind the second, nine at most. A tick is 100 ns: what is less stands apart.</summary>
    public static bool TryTime(ReadOnlySpan<byte> text, int digits, out long ticks, out int nanoseconds)
    {
        (ticks, nanoseconds) = (0, 0);
        if (text.Length < TimeLength || text[2] != ':' || text[5] != ':'
            || !TryDigits(text[..2], out var hour) || !TryDigits(text[3..5], out var minute) || !TryDigits(text[6..8], out var second)
            || hour > 23 || minute > 59 || second > 59 || !TryFraction(text[TimeLength..], digits, out ticks, out nanoseconds))
        {
            return false;
        }

        ticks += ((hour * 60L + minute) * 60 + second) * TimeSpan.TicksPerSecond;
        return true;
    }

    /// <summary>A date, a space or a T, and a time.</summary>
    public static bool TryDateTime(ReadOnlySpan<byte> text, int digits, out long ticks, out int nanoseconds)
    {
        (ticks, nanoseconds) = (0, 0);
        if (text.Length <= DateLength || text[DateLength] is not ((byte)' ' or (byte)'T')
            || !TryDate(text[..DateLength], out var date) || !TryTime(text[(DateLength + 1)..], digits, out var time, out nanoseconds))
        {
            return false;
        }

        ticks = date + time;
        return true;
    }

    private static bool TryFraction(ReadOnlySpan<byte> text, int digits, out long ticks, out int nanoseconds)
    {
        (ticks, nanoseconds) = (0, 0);
        if (text.IsEmpty)
        {
            return true;
        }

        if (text[0] != '.' || text.Length == 1 || text.Length - 1 > digits)
        {
            return false;
        }

        for (var i = 1; i <= Math.Max(NanosecondDigits, text.Length - 1); i++)
        {
            var digit = i < text.Length ? (uint)(text[i] - '0') : 0;
            if (digit > 9)
            {
                return false;
            }

            nanoseconds = (nanoseconds * 10) + (int)digit;
        }

        ticks = nanoseconds / TimeSpan.NanosecondsPerTick;
        nanoseconds %= (int)TimeSpan.NanosecondsPerTick;
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (var c in text)
        {
            var digit = (uint)(c - '0');
            if (digit > 9)
            {
                return false;
            }

            value = value * 10 + (int)digit;
        }

        return true;
    }
}
