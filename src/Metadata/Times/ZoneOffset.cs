namespace Slipstream.Metadata.Times;

/// <summary>An offset from UTC: <c>Z</c>, <c>±HHMM</c>, <c>±HH:MM</c>, either with seconds and their fraction.</summary>
internal static class ZoneOffset
{
    public static bool TryRead(ReadOnlySpan<byte> text, out int length, out long ticks)
    {
        length = text is [(byte)'Z', ..] ? 1 : 0;
        ticks = 0;
        return length == 1 || (text is [(byte)'+' or (byte)'-', ..] && TryReadSigned(text, out length, out ticks));
    }

    private static bool TryReadSigned(ReadOnlySpan<byte> text, out int length, out long ticks)
    {
        length = 3;
        ticks = 0;
        var hasColons = text.Length > 3 && text[3] == ':';
        if (!TwoDigits(text, 1, 23, out var hours) || !Part(text, ref length, hasColons, out var minutes))
        {
            return false;
        }

        ticks = ((hours * 60L) + minutes) * TimeSpan.TicksPerMinute;
        if (Part(text, ref length, hasColons, out var seconds))
        {
            ticks += (seconds * TimeSpan.TicksPerSecond) + Fraction(text, ref length);
        }

        ticks = text[0] == '-' ? -ticks : ticks;
        return true;
    }

    private static bool Part(ReadOnlySpan<byte> text, ref int at, bool hasColons, out int number)
    {
        var start = hasColons ? at + 1 : at;
        number = 0;
        if ((hasColons && (at >= text.Length || text[at] != ':')) || !TwoDigits(text, start, 59, out number))
        {
            return false;
        }

        at = start + 2;
        return true;
    }

    private static long Fraction(ReadOnlySpan<byte> text, ref int at)
    {
        if (at + 1 >= text.Length || text[at] != '.' || !char.IsAsciiDigit((char)text[at + 1]))
        {
            return 0;
        }

        at++;
        var ticks = 0L;
        for (var unit = TimeSpan.TicksPerSecond / 10; unit >= TimeSpan.TicksPerMicrosecond && at < text.Length && char.IsAsciiDigit((char)text[at]); unit /= 10, at++)
        {
            ticks += (text[at] - '0') * unit;
        }

        return ticks;
    }

    private static bool TwoDigits(ReadOnlySpan<byte> text, int at, int most, out int number)
    {
        number = 0;
        if (at + 2 > text.Length || !char.IsAsciiDigit((char)text[at]) || !char.IsAsciiDigit((char)text[at + 1]))
        {
            return false;
        }

        number = ((text[at] - '0') * 10) + text[at + 1] - '0';
        return number <= most;
    }
}
