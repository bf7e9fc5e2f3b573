using System.Globalization;
using Slipstream.Bench.Curated;
using Slipstream.Bench.Measuring;
using Slipstream.Testing;

// The whole of run-curated over a large file against DuckDB's own COPY of it. --large: ten times the size, once.
const int Rows = 300_000;
const int MemoryLimit = 1024;
const int LargeMemoryLimit = 512;
const double MostRatio = 1.1;
const double MostIncrement = 0.1;
const long MostMegabytes = 1024;
var isLarge = args.Contains("--large");
var file = GeneratedFile.Make(Rows);
using var folder = new TemporaryFolder();
var table = new ResultTable(file);

var pipeline = new Pipeline(folder, "full", MemoryLimit);
pipeline.Land(file);
table.Add("GZipStream alone", await Measure.MedianAsync(() => Floor.DecompressAsync(file)));
table.Add("parsing alone, one thread", await Measure.MedianAsync(() => Floor.ParseAsync(file)));
var copies = new List<Measurement>();
var runs = await Measure.MedianAsync(async () =>
{
    copies.Add(await Floor.CopyAsync(file, folder, MemoryLimit));
    pipeline.Forget();
    return await pipeline.RunAsync();
});
var copy = table.Add("COPY (FROM read_json) by DuckDB", copies.OrderBy(run => run.Seconds).ElementAt(copies.Count / 2));
var full = table.Add("run-curated, as a process", runs);

pipeline.SinceLast();
pipeline.Land(GeneratedFile.Make(Rows / 100));
var increment = table.Add("run-curated, 1/100 since the last run", await pipeline.RunAsync());
table.Print("COPY", copy);

var (ratio, share) = (full.Seconds / copy.Seconds, increment.Seconds / full.Seconds);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"ratio {ratio:0.00} (at most {MostRatio:0.00}), increment {share:0.00} of the full run (at most {MostIncrement:0.00})"));
var isGood = ratio <= MostRatio && share <= MostIncrement;
if (isLarge)
{
    var large = new Pipeline(folder, "large", LargeMemoryLimit);
    large.Land(GeneratedFile.Make(10 * Rows));
    var run = await large.RunAsync();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ten times the size: {run.Seconds:0.0} s, peak {run.Megabytes} MB (at most {MostMegabytes})"));
    large.SinceLast();
    large.Land(GeneratedFile.Make(Rows / 10));
    var more = await large.RunAsync();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"and 1/100 since then: {more.Seconds / run.Seconds:0.00} of it"));
    isGood &= run.Megabytes <= MostMegabytes;
}

return isGood ? 0 : 1;
