using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.StageHost;
using Slipstream.Stages.RunCurated;
using Slipstream.Stages.TestExtract;
using Slipstream.Stages.Tests.RunCurated;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests;

/// <summary>A stage that is cut off at any call of its store, before or after the call was done, and run again, ends as if it never had been.</summary>
public sealed class KilledAnywhereTests
{
    // More than any of the scenarios makes: the loops end by themselves.
    private const int MostCalls = 200;
    private static readonly LandTimestamp Older = LandTimestamp.Parse("1573482600");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TestExtract_loses_and_doubles_nothing(bool isDoneFirst)
    {
        var (_, expected) = await TestAsync(null, isDoneFirst);
        for (var call = 1; call <= MostCalls; call++)
        {
            var (calls, state) = await TestAsync(call, isDoneFirst);
            Assert.Equal(expected, state);
            if (calls < call)
            {
                Assert.True(calls > 10, $"only {calls} calls");
                return;
            }
        }

        Assert.Fail("The scenario makes more calls than were tried.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RunCurated_ends_with_one_commit_of_the_same_rows(bool isDoneFirst)
    {
        for (var call = 1; call <= MostCalls; call++)
        {
            using var world = new CuratedWorld();
            world.Promote(World.Run, World.Rows(3));
            var calls = await RunTwiceAsync(world.Settings(), context => new RunCuratedStage(context), call, isDoneFirst);

            var commit = await world.NewestAsync();
            Assert.Equal(1, commit!.Number);
            Assert.Equal(3, (await world.RowsAsync("things")).Count);
            Assert.Equal(["3|v0.1.0"], await world.RowsAsync("counted"));
            if (calls < call)
            {
                Assert.True(calls > 5, $"only {calls} calls");
                return;
            }
        }

        Assert.Fail("The scenario makes more calls than were tried.");
    }

    // A good object of this run and a bad, older one: both ways out of land.
    private static async Task<(int Calls, IReadOnlyDictionary<string, string> State)> TestAsync(int? failingCall, bool isDoneFirst)
    {
        using var world = new World();
        world.Put(World.In(World.Land, World.Run), World.Rows(5));
        world.Put(World.In(World.Land, Older), World.Rows(1));
        var settings = new TestExtractSettings
        {
            Table = World.Table,
            MetaData = world.FileOf("meta_data/raw"),
            LandPath = World.Land,
            RawHistPath = World.RawHist,
            QuarantinePath = World.Quarantine,
            RunTimestamp = World.Run,
            MinimumRows = 2,
            Host = world.Host,
        };
        var calls = await RunTwiceAsync(settings, context => new TestExtractStage(context), failingCall ?? MostCalls, isDoneFirst, ExitCode.DataFailed);
        Assert.Empty(world.Objects(World.Land));
        return (calls, world.Everything());
    }

    private static async Task<int> RunTwiceAsync<TSettings>(
        TSettings settings, Func<StageContext<TSettings>, IStage> create, int failingCall, bool isDoneFirst, ExitCode verdict = ExitCode.Done)
        where TSettings : IStageSettings<TSettings>
    {
        FailingStore? store = null;
        var first = await StageRunner.RunAsync(settings, create, host => store = new FailingStore(ObjectStores.Open(host), failingCall, isDoneFirst));
        var second = await StageRunner.RunAsync(settings, create);
        Assert.Equal(store!.HasFailed ? ExitCode.OutsideFailed : verdict, first.ExitCode);
        Assert.Equal(verdict, second.ExitCode);
        return store.Calls;
    }
}
