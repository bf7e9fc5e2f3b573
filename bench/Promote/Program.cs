using System.Globalization;
using Slipstream.Bench.Promote;

// Promotes many small objects between two prefixes of a local store, once as somebody would write it, one file after the
// other, and once with TestExtract's mover; both leave the same bytes on the disk. Alternates and prints the medians.
const int Rounds = 5;
const double Target = 5;

var loop = new List<(double Rate, double Processor)>();
var mover = new List<(double Rate, double Processor)>();
for (var round = 0; round < Rounds; round++)
{
    loop.Add(await Landed.MeasureAsync(landed => SequentialLoop.RunAsync(landed)));
    mover.Add(await Landed.MeasureAsync(landed => ConcurrentMover.RunAsync(landed)));
}

var ratio = Median(mover, result => result.Rate) / Median(loop, result => result.Rate);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"{Landed.Count} objects of {Landed.Bytes} bytes, objects a second (medians of {Rounds}): one after the other {Median(loop, result => result.Rate):0}, promoted {Median(mover, result => result.Rate):0}, ratio {ratio:0.0} (at least {Target:0.0}); ")
    + string.Create(CultureInfo.InvariantCulture,
        $"processors, milliseconds an object: {Median(loop, result => result.Processor):0.00} and {Median(mover, result => result.Processor):0.00}"));
return ratio >= Target ? 0 : 1;

static double Median(List<(double Rate, double Processor)> results, Func<(double Rate, double Processor), double> of) =>
    results.Select(of).Order().ElementAt(results.Count / 2);
