using Slipstream.Contracts;
using Slipstream.ObjectStore;
using Slipstream.Stages.RunCurated;
using Slipstream.Stages.Tests.RunCurated;
using Slipstream.Testing;
using Slipstream.Testing.Faults;

namespace Slipstream.Stages.Tests;

/// <summary>A stage that is cut off at any call of its store and run again ends as if it never had been. TestExtract has tests of its own.</summary>
public sealed class KilledAnywhereTests
{
    // More than the scenario makes: the loop ends by itself.
    private const int MostCalls = 200;

    [Trait("lane", "slow")]
    [Theory]
    [InlineData(Fault.Refused)]
    [InlineData(Fault.AnswerLost)]
    [InlineData(Fault.KilledBefore)]
    [InlineData(Fault.KilledAfter)]
    public async Task RunCurated_ends_with_one_commit_of_the_same_rows(Fault fault)
    {
        for (var call = 1; call <= MostCalls; call++)
        {
            using var world = new CuratedWorld();
            world.Promote(World.Run, World.Rows(3));
            var calls = await RunTwiceAsync(world, call, fault);

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

    private static async Task<int> RunTwiceAsync(CuratedWorld world, int call, Fault fault)
    {
        var witness = new Witness(null);
        using var store = new FaultyStore(ObjectStores.Open(world.Settings().Host), witness, call, fault);
        var first = StageRunner.RunAsync(world.Settings(), context => new RunCuratedStage(context), _ => store);
        await Task.WhenAny(first, store.Killed);
        var calls = store.Calls;
        if (!store.Killed.IsCompleted)
        {
            Assert.Equal(store.HasFailed ? ExitCode.OutsideFailed : ExitCode.Done, (await first).ExitCode);
        }

        var second = await StageRunner.RunAsync(world.Settings(), context => new RunCuratedStage(context));
        Assert.Equal(ExitCode.Done, second.ExitCode);
        Assert.DoesNotContain(witness.Complaints, complaint => !complaint.Contains("_slipstream/attempts/", StringComparison.Ordinal));
        return calls;
    }
}
