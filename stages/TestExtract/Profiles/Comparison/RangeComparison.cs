namespace Slipstream.Stages.TestExtract.Profiles.Comparison;

/// <summary>Compares the least and greatest numbers, dates and datetimes of two profiles.</summary>
internal static class RangeComparison
{
    // The range of a handful of values says little about the next handful.
    private const long FewestValues = 30;

    /// <summary>
    /// Whether the range now lies further outside the earlier one than the tolerance times its width. More values reach
    /// further: a column that counts on is no drift. Dates move with the time between the two objects.
    /// </summary>
    public static bool IsMoved(ColumnEntry before, ColumnEntry after, double tolerance, TimeSpan elapsed)
    {
        if (before.Values < FewestValues || after.Values == 0 || before.Type is not { } type
            || ValueOrder.Measure(type, before.Minimum) is not { } least || ValueOrder.Measure(type, before.Maximum) is not { } greatest
            || ValueOrder.Measure(type, after.Minimum) is not { } leastNow || ValueOrder.Measure(type, after.Maximum) is not { } greatestNow)
        {
            return false;
        }

        var outside = Math.Max(Math.Max(least - leastNow, greatestNow - greatest), 0);
        var growth = Math.Max(1, (double)after.Values / before.Values);
        return outside > (tolerance * Width(type, least, greatest) * growth) + (ValueOrder.IsTime(type) ? Math.Abs(elapsed.TotalDays) : 0);
    }

    // A column with one value only has no width: a number may then move by as much as it is, a date by a day.
    private static double Width(string type, double least, double greatest)
    {
        var isTime = ValueOrder.IsTime(type);
        return greatest > least
            ? greatest - least + (isTime || ValueOrder.IsWhole(type) ? 1 : 0)
            : isTime ? 1 : Math.Max(Math.Abs(least), 1);
    }
}
