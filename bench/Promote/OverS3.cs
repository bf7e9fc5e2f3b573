using Slipstream.Testing.Aws;

namespace Slipstream.Bench.Promote;

/// <summary>
/// Objects on an S3 in this process that answers each call late. What the server does costs all ways alike, and the
/// processors with it.
/// </summary>
internal static class OverS3
{
    private const int Rounds = 3;
    private const int Count = 200;

    // The way there and back within a region, kept short: it is what each call that is waited for alone counts for.
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(10);

    /// <returns>Whether the target is met.</returns>
    public static async Task<bool> RunAsync()
    {
        var ways = Way.Beside("a loop over the SDK's calls", LoopOverS3.RunAsync);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var way in ways)
            {
                await using var aws = LoopbackAws.Start();
                aws.S3.CreateBucket(Landed.Land.Bucket);
                aws.S3.CreateBucket(Landed.RawHist.Bucket);
                using var store = aws.OpenS3();
                var landed = await Landed.FillAsync(store, aws.Url, Count);
                aws.Delay = _ => Late;
                way.Results.Add(await landed.MeasureAsync(way));
            }
        }

        return Report.Print($"{Count} objects of {Landed.Bytes} bytes on an S3 that answers after {Late.TotalMilliseconds:0} ms, medians of {Rounds}", ways);
    }
}
