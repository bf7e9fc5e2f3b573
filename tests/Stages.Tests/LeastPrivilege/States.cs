using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using Slipstream.Contracts;
using Slipstream.Testing.Aws;

namespace Slipstream.Stages.Tests.LeastPrivilege;

/// <summary>What an account holds when a scenario begins. Each is made once, by the stages themselves, and put back as often as it is wanted.</summary>
internal static class States
{
    public static readonly LandTimestamp Later = LandTimestamp.Parse($"{World.Run.UnixSeconds + 86_400}");
    public static readonly LandTimestamp DayAfter = LandTimestamp.Parse($"{World.Run.UnixSeconds + 172_800}");
    public static readonly LandTimestamp SameDay = LandTimestamp.Parse($"{World.Run.UnixSeconds + 3_600}");

    private static readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<(string Bucket, string Key, byte[] Bytes)>>>> Made = new(StringComparer.Ordinal);

    public static Task NothingAsync(PipelineAccount account) => Task.CompletedTask;

    /// <summary>Something has landed.</summary>
    public static Task LandedAsync(PipelineAccount account) => AtAsync(account, "landed", account => account.PrepareAsync("extract"));

    /// <summary>It is in raw-hist.</summary>
    public static Task PromotedAsync(PipelineAccount account) => AtAsync(account, "promoted", async account =>
    {
        await LandedAsync(account);
        await account.PrepareAsync("test-extract");
    });

    /// <summary>What landed has too few rows, and is in quarantine.</summary>
    public static Task QuarantinedAsync(PipelineAccount account) => AtAsync(account, "quarantined", async account =>
    {
        await SpoiltAsync(account);
        await account.PrepareAsync("test-extract");
    });

    /// <summary>The first run is committed.</summary>
    public static Task CommittedAsync(PipelineAccount account) => AtAsync(account, "committed", async account =>
    {
        await PromotedAsync(account);
        await account.PrepareAsync("run-curated");
    });

    /// <summary>The next day's extract is in raw-hist too.</summary>
    public static Task NextDayAsync(PipelineAccount account) => NextAsync(account, "next day", Later, null, CommittedAsync);

    /// <summary>One more extract of the same day is in raw-hist.</summary>
    public static Task SameDayAsync(PipelineAccount account) => NextAsync(account, "same day", SameDay, SnapshotDate.Parse("2019-11-12"), CommittedAsync);

    /// <summary>The next day is committed.</summary>
    public static Task NextDayCommittedAsync(PipelineAccount account) => CommittedAsync(account, "next day committed", NextDayAsync);

    /// <summary>And the day after it, so that the first version is one too many.</summary>
    public static Task ThirdDayCommittedAsync(PipelineAccount account) => CommittedAsync(
        account, "third day committed", account => NextAsync(account, "third day", DayAfter, null, NextDayCommittedAsync));

    /// <summary>The same day is committed once more.</summary>
    public static Task SameDayCommittedAsync(PipelineAccount account) => CommittedAsync(account, "same day committed", SameDayAsync);

    /// <summary>Something has landed that cannot pass.</summary>
    public static Task SpoiltAsync(PipelineAccount account)
    {
        account.Aws.S3.Put("example-land", LandedKey(World.Run), Stored(World.Rows(20_000)));
        return Task.CompletedTask;
    }

    /// <summary>Something has landed that passes and is large; larger than any report of it.</summary>
    public static async Task LandedLargeAsync(PipelineAccount account)
    {
        await LandedAsync(account);
        using var rows = new StreamReader(new GZipStream(new MemoryStream(account.Aws.S3.Objects("example-land")[LandedKey(World.Run)].Bytes.ToArray()), CompressionMode.Decompress));
        account.Aws.S3.Put("example-land", LandedKey(World.Run), Stored(string.Concat(Enumerable.Repeat(await rows.ReadToEndAsync(TestContext.Current.CancellationToken), 10))));
    }

    public static string LandedKey(LandTimestamp run) =>
        $"open_data/{PipelineSettings.DagId}/{PipelineSettings.Table}/file_land_timestamp={run}/{PipelineSettings.Table}_{run}.jsonl.gz";

    // In the form of gzip, but as long as it is.
    private static byte[] Stored(string rows)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.NoCompression, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(rows));
        }

        return bytes.ToArray();
    }

    private static async Task NextAsync(PipelineAccount account, string name, LandTimestamp run, SnapshotDate? day, Func<PipelineAccount, Task> prepare)
    {
        await AtAsync(account, name, async account =>
        {
            await prepare(account);
            account.Settings = account.Settings with { Run = run };
            await account.PrepareAsync("extract");
            await account.PrepareAsync("test-extract");
        });
        account.Settings = account.Settings with { Run = run, Day = day };
    }

    private static async Task CommittedAsync(PipelineAccount account, string name, Func<PipelineAccount, Task> prepare)
    {
        await AtAsync(account, name, async account =>
        {
            await prepare(account);
            await account.PrepareAsync("run-curated");
        });
        account.Settings = account.Settings with { Run = World.Run };
    }

    private static async Task AtAsync(PipelineAccount account, string name, Func<PipelineAccount, Task> make)
    {
        foreach (var (bucket, key, bytes) in await Made.GetOrAdd(name, _ => new(() => MakeAsync(make))).Value)
        {
            account.Aws.S3.Put(bucket, key, bytes);
        }
    }

    private static async Task<IReadOnlyList<(string Bucket, string Key, byte[] Bytes)>> MakeAsync(Func<PipelineAccount, Task> make)
    {
        await using var account = new PipelineAccount();
        await make(account);
        return ObjectsOf(account.Aws);
    }

    private static IReadOnlyList<(string Bucket, string Key, byte[] Bytes)> ObjectsOf(LoopbackAws aws) =>
        [.. PipelineSettings.Buckets.SelectMany(bucket => aws.S3.Objects(bucket).Select(stored => (bucket, stored.Key, stored.Value.Bytes.ToArray())))];
}
