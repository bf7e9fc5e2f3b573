using System.Globalization;

namespace Slipstream.Stages.TestExtract.Profiles.Comparison;

/// <summary>Numbers for people.</summary>
internal static class Figure
{
    public static string Of(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Of(double number) => number.ToString(Math.Abs(number) >= 100 ? "N0" : "0.##", CultureInfo.InvariantCulture);
}
