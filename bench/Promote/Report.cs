using System.Globalization;

namespace Slipstream.Bench.Promote;

/// <summary>A line for each way, and how the last compares.</summary>
internal static class Report
{
    private const double Target = 5;

    /// <returns>Whether the last way is as many times the first one as it shall be.</returns>
    public static bool Print(string what, IReadOnlyList<Way> ways)
    {
        Console.WriteLine(what);
        foreach (var way in ways)
        {
            Console.WriteLine($"  {way}");
        }

        var ratio = ways[^1].Rate / ways[0].Rate;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  ratio {ratio:0.0} to {ways[0].Name} (at least {Target:0.0}), {ways[^1].Rate / ways[1].Rate:0.0} to one at a time"));
        return ratio >= Target;
    }
}
