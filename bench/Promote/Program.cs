using System.Globalization;
using Slipstream.Bench.Promote;
using Slipstream.Testing;

// Promotes many small objects between two prefixes of a local store: as somebody would write it, one file after the other;
// with TestExtract's mover, one object after the other; and as the stage does, several at a time. All leave the same
// bytes on the disk. Alternates and prints the medians.
const int Rounds = 5;
const double Target = 5;

Way[] ways =
[
    new("a loop over files", SequentialLoop.RunAsync),
    new("the mover, one at a time", landed => ConcurrentMover.RunAsync(landed, 1)),
    new("the mover", landed => ConcurrentMover.RunAsync(landed)),
];
var folders = new List<TemporaryFolder>();
try
{
    for (var round = 0; round < Rounds; round++)
    {
        foreach (var way in ways)
        {
            folders.Add(new TemporaryFolder());
            way.Results.Add(await Landed.MeasureAsync(folders[^1], way.Promote));
        }
    }
}
finally
{
    folders.ForEach(folder => folder.Dispose());
}

Console.WriteLine($"{Landed.Count} objects of {Landed.Bytes} bytes, medians of {Rounds}");
foreach (var way in ways)
{
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{way.Name,-26} {way.Rate,6:0} objects/s {way.Processor,6:0.00} ms of processors an object"));
}

var ratio = ways[2].Rate / ways[0].Rate;
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"ratio {ratio:0.0} to the loop over files (at least {Target:0.0}), {ways[2].Rate / ways[1].Rate:0.0} to one at a time"));
return ratio >= Target ? 0 : 1;
