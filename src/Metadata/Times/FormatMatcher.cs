namespace Slipstream.Metadata.Times;

/// <summary>
/// Matches a value against a format. Where a directive can take more or fewer digits it takes as many as the rest leaves it,
/// which is what Python's regular expressions do.
/// </summary>
internal static class FormatMatcher
{
    public static bool Matches(ReadOnlySpan<FormatToken> tokens, ReadOnlySpan<byte> rest, ref TimeFields fields)
    {
        // What can be read in one way only needs no recursion.
        while (!tokens.IsEmpty && tokens[0].Directive == Directive.Literal)
        {
            if (rest.IsEmpty || Lower(rest[0]) != Lower(tokens[0].Literal))
            {
                return false;
            }

            tokens = tokens[1..];
            rest = rest[1..];
        }

        return tokens.IsEmpty ? rest.IsEmpty : MatchesDirective(tokens, rest, ref fields);
    }

    private static bool MatchesDirective(ReadOnlySpan<FormatToken> tokens, ReadOnlySpan<byte> rest, ref TimeFields fields) => tokens[0].Directive switch
    {
        Directive.Space => MatchesSpace(tokens[1..], rest, ref fields),
        Directive.Year => Number(rest, 4, 1, 9999, ref fields.Year) && Matches(tokens[1..], rest[4..], ref fields),
        Directive.ShortYear => Number(rest, 2, 0, 99, ref fields.Year) && Matches(tokens[1..], rest[2..], ref WithCentury(ref fields)),
        Directive.Month => MatchesDigits(tokens, rest, 2, 1, 12, ref fields, ref fields.Month),
        Directive.Day => MatchesDay(tokens, rest, ref fields),
        Directive.DayOfYear => MatchesDigits(tokens, rest, 3, 1, 366, ref fields, ref fields.DayOfYear),
        Directive.Hour => MatchesDigits(tokens, rest, 2, 0, 23, ref fields, ref fields.Hour),
        Directive.HourOfHalf => MatchesDigits(tokens, rest, 2, 1, 12, ref fields, ref fields.Hour),
        Directive.Minute => MatchesDigits(tokens, rest, 2, 0, 59, ref fields, ref fields.Minute),
        Directive.Second => MatchesDigits(tokens, rest, 2, 0, 59, ref fields, ref fields.Second),
        Directive.Fraction => MatchesFraction(tokens, rest, ref fields),
        Directive.HalfOfDay => MatchesHalf(tokens, rest, ref fields),
        Directive.Offset => ZoneOffset.TryRead(rest, out var length, out fields.OffsetTicks) && Matches(tokens[1..], rest[length..], ref fields),
        Directive.ZoneName => TimeNames.Zone(rest) is var length and > 0 && Matches(tokens[1..], rest[length..], ref fields),
        _ => MatchesName(tokens, rest, ref fields),
    };

    private static bool MatchesDigits(
        ReadOnlySpan<FormatToken> tokens, ReadOnlySpan<byte> rest, int most, int least, int greatest, ref TimeFields fields, ref int field)
    {
        for (var count = most; count > 0; count--)
        {
            if (Number(rest, count, least, greatest, ref field) && Matches(tokens[1..], rest[count..], ref fields))
            {
                return true;
            }
        }

        return false;
    }

    // A day of one digit may stand behind a space, as %e writes it.
    private static bool MatchesDay(ReadOnlySpan<FormatToken> tokens, ReadOnlySpan<byte> rest, ref TimeFields fields) =>
        MatchesDigits(tokens, rest, 2, 1, 31, ref fields, ref fields.Day)
        || (rest is [(byte)' ', ..] && Number(rest[1..], 1, 1, 9, ref fields.Day) && Matches(tokens[1..], rest[2..], ref fields));

    private static bool MatchesFraction(ReadOnlySpan<FormatToken> tokens, ReadOnlySpan<byte> rest, ref TimeFields fields)
    {
        const int Most = 6;
        var unit = 1;
        for (var count = Most; count > 0; count--, unit *= 10)
        {
            if (Number(rest, count, 0, int.MaxValue, ref fields.Microsecond))
            {
                fields.Microsecond *= unit;
                if (Matches(tokens[1..], rest[count..], ref fields))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool MatchesHalf(ReadOnlySpan<FormatToken> tokens, ReadOnlySpan<byte> rest, ref TimeFields fields)
    {
        fields.IsHalf = true;
        fields.IsAfternoon = rest is [(byte)'p' or (byte)'P', ..];
        return rest is [(byte)'a' or (byte)'A' or (byte)'p' or (byte)'P', (byte)'m' or (byte)'M', ..] && Matches(tokens[1..], rest[2..], ref fields);
    }

    private static bool MatchesName(ReadOnlySpan<FormatToken> tokens, ReadOnlySpan<byte> rest, ref TimeFields fields)
    {
        var length = TimeNames.Read(tokens[0].Directive, rest, out var number);
        if (tokens[0].Directive is Directive.MonthName or Directive.ShortMonthName)
        {
            fields.Month = number;
        }

        return length > 0 && Matches(tokens[1..], rest[length..], ref fields);
    }

    private static bool MatchesSpace(ReadOnlySpan<FormatToken> tokens, ReadOnlySpan<byte> rest, ref TimeFields fields)
    {
        var most = 0;
        while (most < rest.Length && rest[most] is (byte)' ' or (>= 0x09 and <= 0x0D))
        {
            most++;
        }

        // The rest can begin with a space only in a day, so that two tries are all there are.
        return (most > 0 && Matches(tokens, rest[most..], ref fields)) || (most > 1 && Matches(tokens, rest[(most - 1)..], ref fields));
    }

    private static ref TimeFields WithCentury(ref TimeFields fields)
    {
        const int Pivot = 69;
        fields.Year += fields.Year < Pivot ? 2000 : 1900;
        return ref fields;
    }

    private static bool Number(ReadOnlySpan<byte> text, int digits, int least, int greatest, ref int number)
    {
        if (text.Length < digits)
        {
            return false;
        }

        var value = 0;
        foreach (var digit in text[..digits])
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return false;
            }

            value = (value * 10) + digit - '0';
        }

        number = value;
        return value >= least && value <= greatest;
    }

    private static byte Lower(byte octet) => octet is >= (byte)'A' and <= (byte)'Z' ? (byte)(octet + 32) : octet;
}
