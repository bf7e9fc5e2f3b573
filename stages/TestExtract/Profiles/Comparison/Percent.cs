using System.Globalization;

namespace Slipstream.Stages.TestExtract.Profiles.Comparison;

/// <summary>Shares for people: <c>41 %</c>, <c>0.4 %</c>; never 0 % or 100 % for what is only nearly so.</summary>
internal static class Percent
{
    public static string Of(double part, double whole) => whole == 0 ? "–" : Of(part / whole);

    public static string Of(double share)
    {
        var text = share switch
        {
            <= 0 => "0",
            >= 1 => Math.Round(share * 100).ToString("0", CultureInfo.InvariantCulture),
            < 0.001 => "< 0.1",
            > 0.999 => "> 99.9",
            < 0.1 or > 0.9 => (share * 100).ToString("0.#", CultureInfo.InvariantCulture),
            _ => (share * 100).ToString("0", CultureInfo.InvariantCulture),
        };
        return $"{text} %";
    }
}
