namespace Slipstream.Metadata.Times;

/// <summary>Reads what one part of a format takes from the start of a text. The answer is its length; 0 if it is not there.</summary>
internal static class FieldReader
{
    private const int FractionDigits = 6;

    public static int Read(FormatToken token, ReadOnlySpan<byte> text, ref TimeFields fields) => token.Directive switch
    {
        Directive.Literal => !text.IsEmpty && Lower(text[0]) == Lower(token.Literal) ? 1 : 0,
        Directive.Space => Space(text),
        Directive.Year => Number(text, 4, 4, 0, 9999, ref fields.Year),
        Directive.ShortYear => ShortYear(text, ref fields),
        Directive.Month => Number(text, 1, 2, 1, 12, ref fields.Month),
        Directive.Day => Day(text, ref fields),
        Directive.DayOfYear => Number(text, 1, 3, 1, 366, ref fields.DayOfYear),
        Directive.Hour => Number(text, 1, 2, 0, 23, ref fields.Hour),
        Directive.HourOfHalf => Number(text, 1, 2, 1, 12, ref fields.Hour),
        Directive.HalfOfDay => HalfOfDay(text, ref fields),
        Directive.Minute => Number(text, 1, 2, 0, 59, ref fields.Minute),
        // A leap second is taken here, as Python does, and refused with the whole value.
        Directive.Second => Number(text, 1, 2, 0, 61, ref fields.Second),
        Directive.Fraction => Fraction(text, ref fields),
        Directive.Offset => ZoneOffset.TryRead(text, out var length, out fields.OffsetTicks) ? length : 0,
        Directive.ZoneName => TimeNames.Zone(text),
        _ => Name(token.Directive, text, ref fields),
    };

    /// <summary>How many digits a directive takes at most; 0 for one that takes no number, or always as many.</summary>
    public static int MostDigits(Directive directive) => directive switch
    {
        Directive.Month or Directive.Day or Directive.Hour or Directive.HourOfHalf or Directive.Minute or Directive.Second => 2,
        Directive.DayOfYear => 3,
        Directive.Fraction => FractionDigits,
        _ => 0,
    };

    private static int Space(ReadOnlySpan<byte> text)
    {
        var length = 0;
        while (length < text.Length && text[length] is (byte)' ' or (>= 0x09 and <= 0x0D))
        {
            length++;
        }

        return length;
    }

    private static int ShortYear(ReadOnlySpan<byte> text, ref TimeFields fields)
    {
        const int Pivot = 69;
        var length = Number(text, 2, 2, 0, 99, ref fields.Year);
        fields.Year += fields.Year < Pivot ? 2000 : 1900;
        return length;
    }

    // A day of one digit may stand behind a space, as %e writes it.
    private static int Day(ReadOnlySpan<byte> text, ref TimeFields fields) => text is [(byte)' ', .. var rest]
        ? Number(rest[..Math.Min(1, rest.Length)], 1, 1, 1, 9, ref fields.Day) * 2
        : Number(text, 1, 2, 1, 31, ref fields.Day);

    private static int Fraction(ReadOnlySpan<byte> text, ref TimeFields fields)
    {
        var length = Number(text, 1, FractionDigits, 0, int.MaxValue, ref fields.Microsecond);
        for (var digits = length; digits < FractionDigits; digits++)
        {
            fields.Microsecond *= 10;
        }

        return length;
    }

    private static int HalfOfDay(ReadOnlySpan<byte> text, ref TimeFields fields)
    {
        fields.IsHalf = true;
        fields.IsAfternoon = text is [(byte)'p' or (byte)'P', ..];
        return text is [(byte)'a' or (byte)'A' or (byte)'p' or (byte)'P', (byte)'m' or (byte)'M', ..] ? 2 : 0;
    }

    private static int Name(Directive directive, ReadOnlySpan<byte> text, ref TimeFields fields)
    {
        var length = TimeNames.Read(directive, text, out var number);
        if (directive is Directive.MonthName or Directive.ShortMonthName)
        {
            fields.Month = number;
        }

        return length;
    }

    private static int Number(ReadOnlySpan<byte> text, int fewest, int most, int least, int greatest, ref int number)
    {
        var value = 0;
        var length = 0;
        while (length < most && length < text.Length && (uint)(text[length] - '0') <= 9)
        {
            value = (value * 10) + text[length] - '0';
            length++;
        }

        number = value;
        return length >= fewest && value >= least && value <= greatest ? length : 0;
    }

    private static byte Lower(byte octet) => octet is >= (byte)'A' and <= (byte)'Z' ? (byte)(octet + 32) : octet;
}
