using System.Globalization;

namespace Slipstream.Bench.Promote;

/// <summary>A line for each way, and how the last compares.</summary>
internal static class Report
{
    /// <returns>Whether the last way's rate is at least so many times the first one's.</returns>
    public static bool Print(string what, IReadOnlyList<Way> ways, double target)
    {
        Console.WriteLine(what);
        foreach (var way in ways)
        {
            Console.WriteLine($"  {way}");
        }

        var ratio = ways[^1].Rate / ways[0].Rate;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  ratio {ratio:0.0} to {ways[0].Name} (at least {target:0.0}), {ways[^1].Rate / ways[1].Rate:0.0} to one at a time"));
        return ratio >= target;
    }
}
