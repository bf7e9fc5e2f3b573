namespace Slipstream.Stages.TestExtract.Reports.Html;

/// <summary>Small bars as drawings: the page's policy forbids styles in elements, and the numbers stand beside them as text.</summary>
internal static class Bars
{
    private const double Least = 1.5;

    /// <summary>A share of a whole, from 0 to 1.</summary>
    public static Markup Share(double share, string kind)
    {
        var width = share <= 0 ? 0 : Math.Clamp(share * 100, Least, 100);
        return Markup.Of($"""<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="8"/><rect class="{kind}" width="{width}" height="8"/></svg>""");
    }

    /// <summary>From the shortest to the longest, with a mark at the mean, on a scale that leaves room for a few long ones.</summary>
    public static Markup Span(double from, double mean, double to, double greatest)
    {
        double Place(double length) => greatest <= 0 ? 0 : Math.Log(1 + length) / Math.Log(1 + greatest) * 100;
        var (left, right) = (Math.Min(Place(from), 100 - Least), Place(to));
        return Markup.Of($"""<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="8"/><rect class="span" x="{left}" width="{Math.Max(right - left, Least)}" height="8"/><rect class="mean" x="{Math.Clamp(Place(mean) - 0.6, 0, 98.8)}" width="1.2" height="8"/></svg>""");
    }
}
