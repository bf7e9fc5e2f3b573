using System.Globalization;

namespace Slipstream.Stages.TestExtract.Profiles;

/// <summary>The order of values that stand as text, by their type: numbers and times by what they mean, all else by their letters.</summary>
internal static class ValueOrder
{
    private static readonly string[] TimeForms = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];
    private static readonly string[] WholeNumbers = ["int", "long", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"];

    public static string? Least(string? type, string? left, string? right) => left is null || (right is not null && Compare(type, right, left) < 0) ? right : left;

    public static string? Greatest(string? type, string? left, string? right) => left is null || (right is not null && Compare(type, right, left) > 0) ? right : left;

    /// <summary>Numbers as they are, times in days; null for what has no such measure, and for times in a form of their own.</summary>
    public static double? Measure(string? type, string? text)
    {
        if (IsNumber(type))
        {
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
        }

        return IsTime(type) && DateTime.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time)
            ? time.Ticks / (double)TimeSpan.TicksPerDay
            : null;
    }

    public static bool IsWhole(string? type) => WholeNumbers.Contains(type);

    public static bool IsTime(string? type) =>
        type is not null && (type.StartsWith("date", StringComparison.Ordinal) || type.StartsWith("timestamp", StringComparison.Ordinal));

    private static bool IsNumber(string? type) => type is not null
        && (IsWhole(type) || type == "double" || type.StartsWith("float", StringComparison.Ordinal) || type.StartsWith("decimal", StringComparison.Ordinal));

    private static int Compare(string? type, string left, string right) =>
        Measure(type, left) is { } a && Measure(type, right) is { } b ? a.CompareTo(b) : string.CompareOrdinal(left, right);
}
