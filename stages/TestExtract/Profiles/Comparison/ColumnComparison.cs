using Slipstream.Metadata;

namespace Slipstream.Stages.TestExtract.Profiles.Comparison;

/// <summary>Says what moved between two profiles of a column by more than the tolerance and by more than chance.</summary>
internal sealed class ColumnComparison(ColumnEntry before, ColumnEntry after, ProfileTolerance tolerance, TimeSpan elapsed)
{
    public IEnumerable<Movement> Run() => new[] { NullShare(), Distinct(), Length(), Shape(), Range() }.OfType<Movement>();

    private Movement? NullShare()
    {
        if (before.Rows == 0 || after.Rows == 0)
        {
            return null;
        }

        var isMoved = IsMoved(before.Nulls, before.Rows, after.Nulls, after.Rows, tolerance.NullShare);
        return isMoved
            ? Moved("null share", Percent.Of(before.Nulls, before.Rows), Percent.Of(after.Nulls, after.Rows), Percent.Of(tolerance.NullShare))
            : null;
    }

    // From fewer values come as many distinct ones, if these come again and again, or fewer in proportion, if none comes
    // twice. Anything in between is no drift.
    private Movement? Distinct()
    {
        if (before.Values == 0 || after.Values == 0)
        {
            return null;
        }

        var inProportion = before.Distinct * ((double)after.Values / before.Values);
        var least = Math.Min(before.Distinct, inProportion);
        var most = Math.Max(before.Distinct, inProportion);
        var nearest = Math.Clamp(after.Distinct, least, most);
        var apart = Math.Abs(after.Distinct - nearest);
        var allowed = tolerance.DistinctShare * Math.Max(nearest, after.Distinct);
        return apart > allowed + Sampling.OfDistinct(nearest, after.Distinct, Math.Min(before.Values, after.Values))
            ? Moved("distinct values", Among(before), Among(after), Percent.Of(tolerance.DistinctShare))
            : null;
    }

    private Movement? Length()
    {
        if (before is not { MeanLength: { } was, ShortestLength: { } shortest, LongestLength: { } longest, Values: > 0 }
            || after is not { MeanLength: { } now, ShortestLength: { } shortestNow, LongestLength: { } longestNow, Values: > 0 })
        {
            return null;
        }

        var mean = ((was * before.Values) + (now * after.Values)) / (before.Values + after.Values);
        var chance = Sampling.OfMeans(mean, Math.Min(shortest, shortestNow), Math.Max(longest, longestNow), before.Values, after.Values);
        return Math.Abs(now - was) > (tolerance.Length * Math.Max(was, 1)) + chance
            ? Moved("mean length", Figure.Of(was), Figure.Of(now), Percent.Of(tolerance.Length))
            : null;
    }

    // The shape that was the most frequent one, and the one that is it now: either may have come out of nothing.
    private Movement? Shape()
    {
        if (before.Values == 0 || after.Values == 0)
        {
            return null;
        }

        var shape = new[] { before, after }
            .SelectMany(profile => profile.Shapes.Take(1))
            .Select(share => share.Shape)
            .Distinct(StringComparer.Ordinal)
            .FirstOrDefault(IsMoved);
        return shape is null
            ? null
            : Moved($"share of the shape '{shape}'", ShareAsText(before, shape), ShareAsText(after, shape), Percent.Of(tolerance.ShapeShare));
    }

    private bool IsMoved(string shape)
    {
        var (least, most) = ShareOf(before, shape);
        var (leastNow, mostNow) = ShareOf(after, shape);
        var (was, now) = leastNow > most ? (most, leastNow) : (least, mostNow);
        var isApart = leastNow > most || mostNow < least;
        return isApart && IsMoved(was * before.Values, before.Values, now * after.Values, after.Values, tolerance.ShapeShare);
    }

    private Movement? Range() => RangeComparison.IsMoved(before, after, tolerance.Range, elapsed)
        ? Moved("range", $"{before.Minimum} … {before.Maximum}", $"{after.Minimum} … {after.Maximum}", $"{Figure.Of(tolerance.Range)} × its width")
        : null;

    private static bool IsMoved(double nowAndThen, long countBefore, double now, long countAfter, double tolerance)
    {
        var (was, isNow) = (Sampling.Share(nowAndThen, countBefore), Sampling.Share(now, countAfter));
        return Math.Abs(was - isNow) > tolerance + Sampling.OfShares(was, countBefore, isNow, countAfter);
    }

    // A shape that is not listed is at most as frequent as the last one that is.
    private static (double Least, double Most) ShareOf(ColumnEntry profile, string shape)
    {
        if (profile.Shapes.FirstOrDefault(known => known.Shape == shape) is { } listed)
        {
            return (listed.Share, listed.Share);
        }

        var rest = Math.Max(0, 1 - profile.Shapes.Sum(known => known.Share));
        return (0, profile.Shapes.Count == 0 ? rest : Math.Min(rest, profile.Shapes[^1].Share));
    }

    private static string ShareAsText(ColumnEntry profile, string shape)
    {
        var (least, most) = ShareOf(profile, shape);
        return least == most || most < 0.005 ? Percent.Of(least) : $"at most {Percent.Of(most)}";
    }

    private static string Among(ColumnEntry profile) => $"{Figure.Of(profile.Distinct)} of {Figure.Of(profile.Values)}";

    private Movement Moved(string measure, string was, string now, string allowed) => new(after.Name, measure, was, now, allowed);
}
