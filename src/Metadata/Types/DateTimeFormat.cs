using Slipstream.Metadata.Times;

namespace Slipstream.Metadata.Types;

/// <summary>
/// How a date or a time is written, in the words of Python's <c>strptime</c>: read once, then applied to each value
/// without allocation. docs/metadata.md lists the directives and where they differ from Python's.
/// </summary>
public sealed class DateTimeFormat
{
    private readonly FormatToken[] _tokens;
    private readonly TimeParts _parts;

    private DateTimeFormat(string text, FormatToken[] tokens, TimeParts parts)
    {
        Text = text;
        _tokens = tokens;
        _parts = parts;
    }

    /// <summary>The format as it was given.</summary>
    public string Text { get; }

    /// <summary>Whether values say their zone: %z or %Z. They are then read as UTC.</summary>
    public bool HasZone => (_parts & TimeParts.Zone) != 0;

    /// <summary>Whether values say their year. Without one they lie in 1900, as Python has it.</summary>
    public bool HasYear => (_parts & TimeParts.Year) != 0;

    /// <summary>Whether values say anything of a day: its year, month or number.</summary>
    public bool HasDate => (_parts & (TimeParts.Year | TimeParts.DayOfYear)) != 0;

    /// <summary>Whether values say an hour, and so may be more than a day.</summary>
    public bool HasHour => (_parts & TimeParts.Hour) != 0;

    /// <summary>Reads a format.</summary>
    /// <exception cref="FormatException">It holds what is no directive, or gives a part twice; the message says at which character and what to write.</exception>
    public static DateTimeFormat Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reader = new FormatReader(text);
        var tokens = reader.Read();
        return new DateTimeFormat(text, tokens, reader.Parts);
    }

    /// <summary>
    /// Reads a whole value. The ticks (100 ns) count from 0001-01-01 00:00, in UTC where the value has a zone, and may then lie
    /// a day before or behind the calendar. A format without a day gives one of 1900-01-01: for a time of day take the rest of a
    /// division by <see cref="TimeSpan.TicksPerDay"/>. False for what is not written so, and for days that do not exist.
    /// </summary>
    public bool TryParse(ReadOnlySpan<byte> utf8, out long ticks)
    {
        var fields = TimeFields.Default;
        if (FormatMatcher.Matches(_tokens, utf8, ref fields))
        {
            return fields.TryGetTicks(out ticks);
        }

        ticks = 0;
        return false;
    }

    /// <summary>
    /// The formats for <c>strptime(text, [format, …])</c> in DuckDB, which gives a value with a zone in UTC; null for %Z. DuckDB reads the
    /// values that <see cref="TryParse"/> reads, except where numbers stand side by side and lack digits (1112019 for %d%m%Y), offsets have
    /// seconds, letters are in another case, or a day of one digit stands behind a space. It also takes some that are refused
    /// here: check first.
    /// </summary>
    public IReadOnlyList<string>? ToDuckDb() => DuckDbFormats.Of(_tokens);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
