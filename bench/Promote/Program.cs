using System.Globalization;
using Slipstream.Bench.Promote;

// Promotes many small objects between two prefixes of a local store, once as somebody would write it, one file after the
// other, and once with TestExtract's mover; both leave the same bytes on the disk. Alternates and prints the medians.
const int Rounds = 5;
const double Target = 5;

var loop = new List<double>();
var mover = new List<double>();
for (var round = 0; round < Rounds; round++)
{
    loop.Add(await Landed.MeasureAsync(landed => SequentialLoop.RunAsync(landed)));
    mover.Add(await Landed.MeasureAsync(landed => ConcurrentMover.RunAsync(landed)));
}

var ratio = Median(mover) / Median(loop);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"{Landed.Count} objects of {Landed.Bytes} bytes, objects a second (medians of {Rounds}): one after the other {Median(loop):0}, promoted {Median(mover):0}, ratio {ratio:0.0} (at least {Target:0.0})"));
return ratio >= Target ? 0 : 1;

static double Median(List<double> rates) => rates.Order().ElementAt(rates.Count / 2);
