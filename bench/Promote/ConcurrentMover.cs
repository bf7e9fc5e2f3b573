using Microsoft.Extensions.Logging.Abstractions;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.ObjectStore.Handles;
using Slipstream.StageHost;
using Slipstream.Stages.TestExtract.Checks;
using Slipstream.Stages.TestExtract.Moving;
using Slipstream.Stages.TestExtract.Profiles;

namespace Slipstream.Bench.Promote;

/// <summary>TestExtract's mover with what its checks would hand to it, as many objects at a time as the stage's default.</summary>
internal static class ConcurrentMover
{
    public static async Task RunAsync(Landed landed, int? concurrency = null)
    {
        var settings = new TestExtractSettings
        {
            Table = "things",
            LandPath = Landed.Land,
            RawHistPath = Landed.RawHist,
            RunTimestamp = Landed.Run,
            Host = new HostSettings(),
        };
        var context = new StageContext<TestExtractSettings>
        {
            Settings = settings,
            Store = new StageStore(landed.Store, settings.Capabilities),
            Loggers = NullLoggerFactory.Instance,
            Time = TimeProvider.System,
            WorkDirectory = Path.GetTempPath(),
            IsPlan = false,
        };
        var mover = new Mover(context, NullLogger.Instance, new RejectedBefore(context, "things.json"));
        await Parallel.ForEachAsync(
            landed.Objects,
            new ParallelOptions { MaxDegreeOfParallelism = concurrency ?? settings.Concurrency },
            async (stored, cancellationToken) => await mover.MoveAsync(await CheckedAsync(landed.Store, stored, cancellationToken), cancellationToken));
    }

    // The hash of the original is part of the work, as it is in the loops.
    private static async Task<CheckedObject> CheckedAsync(IObjectStore store, StoredObject stored, CancellationToken cancellationToken) => new()
    {
        Stored = stored,
        Sha256 = (await store.DigestAsync(stored.Location, cancellationToken)).Sha256,
        Rows = 1,
        Findings = new Findings(0),
        Profile = new ObjectProfile(1, []),
    };
}
