using System.Globalization;

namespace Slipstream.Contracts;

/// <summary>
/// The time of a run in Unix seconds, as it stands in paths (<c>file_land_timestamp=1573569000</c>): seconds, because the
/// colons of an ISO time are escaped in S3 paths. The default value is no time: in a pipeline's model it stands for
/// 'the time of the run', which only the scheduler knows.
/// </summary>
public readonly record struct LandTimestamp : IComparable<LandTimestamp>
{
    /// <summary>The name of the folders, and of the column that readers see.</summary>
    public const string PartitionName = "file_land_timestamp";

    // 2001-09-09 to 2286-11-20: ten digits, so that names sort as times do, and milliseconds are recognised as a mistake.
    private const long Earliest = 1_000_000_000;
    private const long Latest = 9_999_999_999;
    private const int Digits = 10;

    private LandTimestamp(long seconds) => UnixSeconds = seconds;

    /// <summary>Seconds since 1970-01-01 UTC.</summary>
    public long UnixSeconds { get; }

    /// <summary>True for the default value.</summary>
    public bool IsUnset => UnixSeconds == 0;

    /// <summary>The instant in UTC.</summary>
    public DateTimeOffset Instant => DateTimeOffset.FromUnixTimeSeconds(UnixSeconds);

    /// <summary>Cuts an instant to its second.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Before 2001-09-09 or after 2286-11-20.</exception>
    public static LandTimestamp FromInstant(DateTimeOffset instant)
    {
        var seconds = instant.ToUnixTimeSeconds();
        ArgumentOutOfRangeException.ThrowIfLessThan(seconds, Earliest, nameof(instant));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(seconds, Latest, nameof(instant));
        return new LandTimestamp(seconds);
    }

    /// <summary>Reads ten digits.</summary>
    /// <exception cref="FormatException">Not ten digits: the message says what was expected.</exception>
    public static LandTimestamp Parse(string text) =>
        Read(text) ?? throw new FormatException($"'{text}' is not a time in Unix seconds (ten digits).");

    /// <summary>The folder of this run below a table's folder: <c>…/file_land_timestamp=N/</c>.</summary>
    public S3Prefix FolderIn(S3Prefix table) => table.Folder($"{PartitionName}={this}");

    /// <summary>The time that an object's path names, or null if it names none that can be read.</summary>
    public static LandTimestamp? Of(S3Location location)
    {
        var segment = location.Key.Split('/').FirstOrDefault(s => s.StartsWith(PartitionName + "=", StringComparison.Ordinal));
        return Read(segment?[(PartitionName.Length + 1)..]);
    }

    /// <inheritdoc/>
    public int CompareTo(LandTimestamp other) => UnixSeconds.CompareTo(other.UnixSeconds);

    /// <inheritdoc/>
    public override string ToString() => UnixSeconds.ToString(CultureInfo.InvariantCulture);

    // Leading zeros would give one time two folders.
    private static LandTimestamp? Read(string? text) =>
        text?.Length == Digits
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds >= Earliest
            ? new LandTimestamp(seconds)
            : null;

    /// <summary>Earlier.</summary>
    public static bool operator <(LandTimestamp left, LandTimestamp right) => left.CompareTo(right) < 0;

    /// <summary>Later.</summary>
    public static bool operator >(LandTimestamp left, LandTimestamp right) => left.CompareTo(right) > 0;

    /// <summary>Not later.</summary>
    public static bool operator <=(LandTimestamp left, LandTimestamp right) => left.CompareTo(right) <= 0;

    /// <summary>Not earlier.</summary>
    public static bool operator >=(LandTimestamp left, LandTimestamp right) => left.CompareTo(right) >= 0;
}
