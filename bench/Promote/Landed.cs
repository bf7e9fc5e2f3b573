using System.Security.Cryptography;
using Slipstream.Contracts;
using Slipstream.ObjectStore;

namespace Slipstream.Bench.Promote;

/// <summary>Many small objects in land.</summary>
/// <param name="Store">The store that has them.</param>
/// <param name="At">The store's folder, or the address of its server.</param>
/// <param name="Objects">All that is in land.</param>
internal sealed record Landed(IObjectStore Store, Uri At, IReadOnlyList<StoredObject> Objects)
{
    public const int Bytes = 1024;
    public static readonly S3Prefix Land = S3Prefix.Parse("s3://example-land/data/");
    public static readonly S3Prefix RawHist = S3Prefix.Parse("s3://example-raw-hist/data/");
    public static readonly LandTimestamp Run = LandTimestamp.Parse("1573569000");

    public static async Task<Landed> FillAsync(IObjectStore store, Uri at, int count)
    {
        var day = Run.FolderIn(Land.Folder("things"));
        await Parallel.ForEachAsync(Enumerable.Range(0, count), async (i, cancellationToken) =>
        {
            var bytes = RandomNumberGenerator.GetBytes(Bytes);
            await store.WriteOnceAsync(day.File($"things_{i:00000}.jsonl.gz"), new MemoryStream(bytes), Sha256Hash.Of(bytes), cancellationToken);
        });
        return new Landed(store, at, await store.ListAsync(Land, CancellationToken.None).ToListAsync());
    }

    /// <summary>Objects a second, and milliseconds of this process's processors for each.</summary>
    /// <exception cref="InvalidOperationException">Not all of them were promoted.</exception>
    public async Task<(double Rate, double Processor)> MeasureAsync(Way way)
    {
        var start = TimeProvider.System.GetTimestamp();
        var before = Environment.CpuUsage.TotalTime;
        await way.Promote(this);
        var rate = Objects.Count / TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        var processor = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Objects.Count;
        var kept = await Store.ListAsync(RawHist, CancellationToken.None).CountAsync();
        return kept == Objects.Count && !await Store.ListAsync(Land, CancellationToken.None).AnyAsync()
            ? (rate, processor)
            : throw new InvalidOperationException($"{kept} of {Objects.Count} objects were promoted.");
    }
}
