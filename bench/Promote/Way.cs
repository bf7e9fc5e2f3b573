using System.Globalization;

namespace Slipstream.Bench.Promote;

/// <summary>A way to promote, and what was measured of it.</summary>
internal sealed record Way(string Name, Func<Landed, Task> Promote)
{
    /// <summary>The ways that are compared: a loop that somebody would write, and TestExtract's mover, at last as the stage uses it.</summary>
    public static IReadOnlyList<Way> Beside(string name, Func<Landed, Task> loop) =>
    [
        new(name, loop),
        new("the mover, one at a time", landed => ConcurrentMover.RunAsync(landed, 1)),
        new("the mover", landed => ConcurrentMover.RunAsync(landed)),
    ];

    public List<(double Rate, double Processor)> Results { get; } = [];

    public double Rate => Median(result => result.Rate);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Name,-36} {Rate,6:0} objects/s {Median(result => result.Processor),6:0.00} ms of processors an object");

    private double Median(Func<(double Rate, double Processor), double> of) => Results.Select(of).Order().ElementAt(Results.Count / 2);
}
