using System.Globalization;

namespace Slipstream.Bench.Promote;

/// <summary>A way to promote, and what was measured of it.</summary>
internal sealed record Way(string Name, Func<Landed, Task> Promote)
{
    public List<(double Rate, double Processor)> Results { get; } = [];

    public double Rate => Median(result => result.Rate);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Name,-36} {Rate,6:0} objects/s {Median(result => result.Processor),6:0.00} ms of processors an object");

    private double Median(Func<(double Rate, double Processor), double> of) => Results.Select(of).Order().ElementAt(Results.Count / 2);
}
