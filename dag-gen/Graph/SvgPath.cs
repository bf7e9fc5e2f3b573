using System.Globalization;
using System.Text;
using Slipstream.DagGen.Graph.Layout;

namespace Slipstream.DagGen.Graph;

/// <summary>A line's way as SVG path data: level pieces, joined by curves that leave and arrive level.</summary>
internal static class SvgPath
{
    private const double ArrowHalf = 4.5;

    public static string Line(Route route)
    {
        var path = new StringBuilder();
        var at = route.Segments[0];
        path.Append(CultureInfo.InvariantCulture, $"M{at.Left:0.##} {at.Y:0.##}H{Stop(route, 0):0.##}");
        for (var place = 1; place < route.Segments.Count; place++)
        {
            var (from, to) = (route.Segments[place - 1], route.Segments[place]);
            var bend = (to.Left - from.Right) / 2;
            path.Append(
                CultureInfo.InvariantCulture,
                $"C{from.Right + bend:0.##} {from.Y:0.##} {to.Left - bend:0.##} {to.Y:0.##} {Math.Min(to.Left, Stop(route, place)):0.##} {to.Y:0.##}H{Stop(route, place):0.##}");
        }

        return path.ToString();
    }

    /// <summary>The head of the arrow.</summary>
    public static string Arrow(Route route)
    {
        var (x, y) = (route.Segments[^1].Right, route.Segments[^1].Y);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"M{x:0.##} {y:0.##}l{-SvgStyle.ArrowLength:0.##} {-ArrowHalf:0.##}v{2 * ArrowHalf:0.##}z");
    }

    // The last piece ends where the arrow's head begins.
    private static double Stop(Route route, int place) =>
        route.Segments[place].Right - (place == route.Segments.Count - 1 ? SvgStyle.ArrowLength : 0);
}
