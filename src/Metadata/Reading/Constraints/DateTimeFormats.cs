using Slipstream.Metadata.Types;
using Slipstream.Metadata.Values;

namespace Slipstream.Metadata.Reading.Constraints;

/// <summary>Which formats make sense for which type.</summary>
internal static class DateTimeFormats
{
    /// <summary>What is wrong with the format for a column of the type; null if nothing is.</summary>
    public static string? Fault(DateTimeFormat format, ColumnType type, string typeText) =>
        !TimeForms.IsTime(type) ? $"A column of the type {Excerpt.Of(typeText)} holds no dates and no times. Remove the key, or correct the type."
        : type is TimeType && !format.HasHour ? $"The format {Excerpt.Of(format.Text)} says no hour, and the column holds times. Add '%H'."
        : type is TimeType && format.HasDate ? $"The format {Excerpt.Of(format.Text)} says a day, and the column holds times alone. Leave the day away, or use a timestamp."
        : type is not TimeType && !format.HasYear ? $"The format {Excerpt.Of(format.Text)} says no year. Add '%Y'."
        : null;
}
