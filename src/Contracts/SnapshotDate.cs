using System.Globalization;

namespace Slipstream.Contracts;

/// <summary>
/// The calendar day of a run in the DAG's time zone: the value of a <c>dea_snapshot_date</c> partition. The default value
/// is no day: in a pipeline's model it stands for 'the day of the run'.
/// </summary>
public readonly record struct SnapshotDate
{
    private const string Format = "yyyy-MM-dd";

    private SnapshotDate(DateOnly date) => Date = date;

    /// <summary>The day.</summary>
    public DateOnly Date { get; }

    /// <summary>True for the default value.</summary>
    public bool IsUnset => Date == default;

    /// <summary>The day on which an instant falls in a zone.</summary>
    public static SnapshotDate Of(DateTimeOffset instant, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new SnapshotDate(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime));
    }

    /// <summary>Reads <c>2019-03-07</c>, and only that form.</summary>
    /// <exception cref="FormatException">Another form, or no such day.</exception>
    public static SnapshotDate Parse(string text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date != default
            ? new SnapshotDate(date)
            : throw new FormatException($"'{text}' is not a date of the form YYYY-MM-DD.");

    /// <inheritdoc/>
    public override string ToString() => Date.ToString(Format, CultureInfo.InvariantCulture);
}
