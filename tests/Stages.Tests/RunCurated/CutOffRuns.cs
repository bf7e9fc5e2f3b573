using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.Testing.Faults;

namespace Slipstream.Stages.Tests.RunCurated;

/// <summary>A run that replaces what a first has made, cut off at each call of its store and run again.</summary>
internal static class CutOffRuns
{
    // More than the scenario makes: the first try is not disturbed, and says how many it makes.
    private const int MostCalls = 300;
    private static readonly LandTimestamp Later = LandTimestamp.Parse("1573655400");

    /// <summary>Requires that every try ends as the one that is not disturbed.</summary>
    /// <param name="fault">What goes wrong with the call.</param>
    /// <param name="adjust">What the runs are asked for.</param>
    /// <param name="look">Looks at what a run has left that was cut off.</param>
    public static async Task AssertAllEndAlikeAsync(Fault fault, Func<RunCuratedSettings, RunCuratedSettings> adjust, Func<CuratedWorld, Task> look)
    {
        IReadOnlyDictionary<string, string>? expected = null;
        for (var call = MostCalls; call >= 0; call--)
        {
            using var world = new CuratedWorld();
            world.Promote(World.Run, World.Rows(3));
            await CuratedWorld.RunAsync(adjust(world.Settings()));
            world.Promote(Later, World.Rows(2, first: 10));
            FaultyStore? store = null;
            await CuratedWorld.RunAsync(adjust(world.Settings(Later)), host => store = new FaultyStore(ObjectStores.Open(host), new Witness(null), call, fault));
            await look(world);
            if (expected is null)
            {
                Assert.False(store!.HasFailed);
                expected = world.World.Everything();
                call = store.Calls + 1;
                continue;
            }

            await RunAgainAsync(adjust(world.Settings(Later)));
            if (fault == Fault.DoneAfterTimeout)
            {
                await DeliverLateAsync(store!);
                await RunAgainAsync(adjust(world.Settings(Later)));
            }

            Assert.Equal(expected, world.World.Everything());
        }
    }

    private static async Task RunAgainAsync(RunCuratedSettings settings)
    {
        var run = await CuratedWorld.RunAsync(settings);
        Assert.True(run.ExitCode == ExitCode.Done, run.Log);
    }

    private static async Task DeliverLateAsync(FaultyStore store)
    {
        try
        {
            await store.DeliverLateAsync();
        }
        catch (OperationCanceledException)
        {
            // A read whose run has ended; a write is done all the same.
        }
    }
}
