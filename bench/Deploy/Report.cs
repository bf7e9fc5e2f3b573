using System.Globalization;
using Slipstream.Bench.Measuring;

namespace Slipstream.Bench.Deploy;

/// <summary>One line for each thing that is measured.</summary>
internal static class Report
{
    public static void Print(string what, string calls, Measurement ours, Measurement oneByOne) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what,-24} {calls,-44} {ours.Seconds,6:0.000} s, {ours.Seconds / oneByOne.Seconds:0.00} of one call for each object ({oneByOne.Seconds:0.000} s)"));
}
