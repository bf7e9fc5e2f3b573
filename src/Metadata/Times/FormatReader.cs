using System.Globalization;
using System.Text;

namespace Slipstream.Metadata.Times;

/// <summary>Takes a format apart.</summary>
internal sealed class FormatReader(string text)
{
    private const int LongestFormat = 200;

    private readonly List<FormatToken> _tokens = [];

    public TimeParts Parts { get; private set; }

    public FormatToken[] Read()
    {
        if (text.Length is 0 or > LongestFormat)
        {
            throw new FormatException(text.Length == 0
                ? "The format is empty. Write for example '%Y-%m-%d %H:%M:%S'."
                : string.Create(CultureInfo.InvariantCulture, $"The format has {text.Length} characters. Write one of at most {LongestFormat}."));
        }

        for (var at = 0; at < text.Length; at++)
        {
            at += text[at] == '%' ? ReadDirective(at) : ReadLiteral(at);
        }

        RequireMeaning();
        return [.. _tokens.Select((token, i) => token with { SharesDigits = SharesDigits(i) })];
    }

    // What follows may begin with a digit, or with the space of a day.
    private bool SharesDigits(int at) =>
        FieldReader.MostDigits(_tokens[at].Directive) > 0 && at + 1 < _tokens.Count && (_tokens[at + 1] switch
        {
            { Directive: Directive.Literal, Literal: var literal } => char.IsAsciiDigit((char)literal),
            { Directive: Directive.Year or Directive.ShortYear } => true,
            { Directive: var next } => FieldReader.MostDigits(next) > 0,
        });

    // How far to go beyond the sign.
    private int ReadDirective(int at)
    {
        if (at + 1 == text.Length)
        {
            throw Wrong(at, "ends in a single '%'. Write '%%' for a percent sign.");
        }

        var letter = text[at + 1];
        if (letter == '%')
        {
            _tokens.Add(new FormatToken(Directive.Literal, (byte)'%'));
        }
        else if (Directives.Short.TryGetValue(letter, out var parts))
        {
            for (var i = 0; i < parts.Length; i++)
            {
                Add(at, parts[i] == '%' ? Directives.Letters[parts[++i]] : Directive.Literal, (byte)parts[i]);
            }
        }
        else
        {
            Add(at, Directives.Letters.TryGetValue(letter, out var directive) ? directive : throw Unknown(at, letter), 0);
        }

        return 1;
    }

    private int ReadLiteral(int at)
    {
        if (char.IsWhiteSpace(text[at]))
        {
            var end = at;
            while (end + 1 < text.Length && char.IsWhiteSpace(text[end + 1]))
            {
                end++;
            }

            _tokens.Add(new FormatToken(Directive.Space));
            return end - at;
        }

        if (!Rune.TryGetRuneAt(text, at, out var rune))
        {
            throw Wrong(at, "holds half of a surrogate pair. Write whole characters.");
        }

        foreach (var octet in Encoding.UTF8.GetBytes(rune.ToString()))
        {
            _tokens.Add(new FormatToken(Directive.Literal, octet));
        }

        return rune.Utf16SequenceLength - 1;
    }

    private void Add(int at, Directive directive, byte literal)
    {
        var parts = Directives.Parts(directive);
        if ((Parts & parts) != 0)
        {
            throw Wrong(at, $"says the {Words(Parts & parts)} a second time with '%{text[at + 1]}'. Say it once.");
        }

        Parts |= parts;
        _tokens.Add(new FormatToken(directive, directive == Directive.Literal ? literal : (byte)0));
    }

    private void RequireMeaning()
    {
        var known = Parts & ~(TimeParts.Weekday | TimeParts.HalfOfDay | TimeParts.Zone);
        if (known == TimeParts.None)
        {
            throw new FormatException($"{Excerpt.Of(text)} has no directive that says a day or a time. Use for example '%Y-%m-%d %H:%M:%S'.");
        }

        var isHalf = _tokens.Any(token => token.Directive == Directive.HourOfHalf);
        if (isHalf != ((Parts & TimeParts.HalfOfDay) != 0))
        {
            throw new FormatException($"{Excerpt.Of(text)} has only one of '%I' and '%p'. Use both, or '%H' for hours from 0 to 23.");
        }
    }

    private FormatException Unknown(int at, char letter) => Wrong(at, letter switch
    {
        'c' or 'x' or 'X' => $"holds '%{letter}', which means another thing in each country. Write the parts, such as '%d/%m/%Y'.",
        'R' => "holds '%R', which strptime does not read. Write '%H:%M'.",
        'e' => "holds '%e', which strptime does not read. Write '%d': it takes one digit as well as two.",
        's' => "holds '%s', which strptime does not read. Keep Unix seconds in a column of a whole number.",
        '-' or '_' or '#' => $"holds '%{letter}', which strptime does not read. Leave '{letter}' away: one digit is read as well as two.",
        _ => $"holds {Excerpt.Of($"%{letter}")}, which is no directive. Use one of {Directives.Known}.",
    });

    private FormatException Wrong(int at, string what) => new(string.Create(
        CultureInfo.InvariantCulture, $"At character {at + 1} the format {Excerpt.Of(text)} {what}"));

    private static string Words(TimeParts parts) => parts switch
    {
        TimeParts.HalfOfDay => "half of the day",
        TimeParts.DayOfYear => "month and day",
        _ => parts.ToString().ToLowerInvariant(),
    };
}
