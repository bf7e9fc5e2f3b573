namespace Slipstream.Stages.TestExtract.Profiles.Comparison;

/// <summary>
/// How far measures of two samples of the same source lie apart by chance. Objects may be small: without such a margin a
/// column with three values would drift every day.
/// </summary>
internal static class Sampling
{
    // Standard deviations: with some hundred comparisons for each object, three would call wolf every few days.
    private const double Deviations = 4;

    /// <summary>A share as it counts: one success and one failure are added, so that few values cannot prove much (Agresti and Caffo).</summary>
    public static double Share(double successes, long count) => (successes + 1) / (count + 2);

    /// <summary>For the difference between two shares.</summary>
    public static double OfShares(double before, long countBefore, double after, long countAfter) =>
        Deviations * Math.Sqrt((before * (1 - before) / (countBefore + 2)) + (after * (1 - after) / (countAfter + 2)));

    /// <summary>
    /// For the difference between two numbers of distinct values. Their variance is at most the number of values that stand
    /// once; where values come evenly that is at most <c>distinct² / values</c>.
    /// </summary>
    public static double OfDistinct(double before, double after, long values)
    {
        const double HalfAValue = 0.25;
        var mean = (before + after) / 2;
        return Deviations * Math.Sqrt((mean * mean / values) + HalfAValue);
    }

    /// <summary>For the difference between two means of values within bounds: the variance is at most what Bhatia and Davis give.</summary>
    public static double OfMeans(double mean, double least, double greatest, long countBefore, long countAfter)
    {
        var variance = Math.Max(0, (greatest - mean) * (mean - least));
        return Deviations * Math.Sqrt(variance * ((1.0 / countBefore) + (1.0 / countAfter)));
    }
}
