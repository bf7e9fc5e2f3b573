using System.Security.Cryptography;
using Slipstream.Contracts;
using Slipstream.ObjectStore;
using Slipstream.ObjectStore.Directories;
using Slipstream.Testing;

namespace Slipstream.Bench.Promote;

/// <summary>Ten thousand objects of 1 KB in land, in a folder of the system's temporary directory, which should be a real disk.</summary>
internal sealed record Landed(string Root, IReadOnlyList<StoredObject> Objects)
{
    public const int Count = 10_000;
    public const int Bytes = 1024;
    public static readonly S3Prefix Land = S3Prefix.Parse("s3://example-land/data/");
    public static readonly S3Prefix RawHist = S3Prefix.Parse("s3://example-raw-hist/data/");

    /// <summary>Objects a second of a way to promote them, and milliseconds of processors for each.</summary>
    /// <param name="folder">A folder of its own, which stays until all is measured: some file systems search for long among files deleted of late.</param>
    /// <param name="promote">The way.</param>
    public static async Task<(double Rate, double Processor)> MeasureAsync(TemporaryFolder folder, Func<Landed, Task> promote)
    {
        var landed = await FillAsync(folder);
        var start = TimeProvider.System.GetTimestamp();
        var before = Environment.CpuUsage.TotalTime;
        await promote(landed);
        var rate = Count / TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        var processor = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Count;
        var kept = Directory.GetFiles(folder.File("example-raw-hist"), "*", SearchOption.AllDirectories).Length;
        return kept == Count && !Directory.EnumerateFiles(folder.File("example-land"), "*", SearchOption.AllDirectories).Any()
            ? (rate, processor)
            : throw new InvalidOperationException($"{kept} of {Count} objects were promoted.");
    }

    private static async Task<Landed> FillAsync(TemporaryFolder folder)
    {
        using var store = new DirectoryObjectStore(folder.Path);
        var day = LandTimestamp.Parse("1573569000").FolderIn(Land.Folder("things"));
        await Parallel.ForEachAsync(Enumerable.Range(0, Count), async (i, cancellationToken) =>
        {
            var bytes = RandomNumberGenerator.GetBytes(Bytes);
            await store.WriteOnceAsync(day.File($"things_{i:00000}.jsonl.gz"), new MemoryStream(bytes), Sha256Hash.Of(bytes), cancellationToken);
        });
        return new Landed(folder.Path, await store.ListAsync(Land, CancellationToken.None).ToListAsync());
    }
}
