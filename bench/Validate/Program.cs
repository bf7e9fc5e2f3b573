using System.Globalization;
using Slipstream.Bench.Measuring;
using Slipstream.Bench.Validate;
using Slipstream.Testing;

// A full check of a large file against what a user would do with it otherwise. What counts is the program that is in the
// image. --large: ten times the size, once.
const int Rows = 300_000;
const double MostRatio = 0.8;
const long MostMegabytes = 150;
const long MostGrowthMegabytes = 15;
var isLarge = args.Contains("--large");
var inImage = await TimedProcess.PublishAsync("test-extract", "TestExtract");
var file = GeneratedFile.Make(Rows);
using var folder = new TemporaryFolder();
var stage = new StageProcess(folder);
var table = new ResultTable(file);

var zcat = table.Add("zcat", await Measure.MedianAsync(() => Commands.RunAsync("zcat", file)));
table.Add("GZipStream alone", await Measure.MedianAsync(() => InProcess.DecompressAsync(file)));
table.Add("the check alone", await Measure.MedianAsync(() => InProcess.CheckAsync(stage, file)));
table.Add("plain Python: names, nulls and types", await Measure.OnceAsync(() => Commands.RunAsync("python3", Commands.TypeCheck, file)));
table.Add("test-extract --plan, as it is built", await Measure.MedianAsync(() => stage.RunAsync(TimedProcess.Built("test-extract"), file)));
var check = table.Add("test-extract --plan, as in the image", await Measure.MedianAsync(() => stage.RunAsync(inImage, file)));
table.Print("zcat", zcat);

var ratio = check.Seconds / zcat.Seconds;
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio {ratio:0.00} (at most {MostRatio:0.00}), peak {check.Megabytes} MB (at most {MostMegabytes})"));
var isGood = ratio <= MostRatio && check.Megabytes <= MostMegabytes;
if (isLarge)
{
    var large = await Measure.OnceAsync(() => stage.RunAsync(inImage, GeneratedFile.Make(10 * Rows)));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"ten times the size: {large.Seconds:0.0} s, peak {large.Megabytes} MB (at most {MostGrowthMegabytes} more)"));
    isGood &= large.Megabytes <= Math.Min(MostMegabytes, check.Megabytes + MostGrowthMegabytes);
}

return isGood ? 0 : 1;
