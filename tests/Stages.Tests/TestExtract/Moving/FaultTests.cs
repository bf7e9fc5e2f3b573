using Slipstream.Testing.Faults;

namespace Slipstream.Stages.Tests.TestExtract.Moving;

/// <summary>Something goes wrong with the k-th call of the store, for every k, and the stage runs again.</summary>
public sealed class FaultTests
{
    private const int RunsAtOnce = 16;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, Fault> Cases() =>
        [.. from scenario in Scenario.All from fault in Enum.GetValues<Fault>() select (scenario.Name, fault)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Whatever_goes_wrong_the_next_run_ends_as_if_nothing_had(string name, Fault fault)
    {
        var scenario = Scenario.All.Single(scenario => scenario.Name == name);

        Assert.InRange(await DisturbEachCallAsync(scenario, fault), 2, FaultRun.Never);
    }

    [Trait("lane", "slow")]
    [Theory]
    [InlineData(Fault.Refused)]
    [InlineData(Fault.AnswerLost)]
    [InlineData(Fault.DoneAfterTimeout)]
    [InlineData(Fault.KilledBefore)]
    [InlineData(Fault.KilledAfter)]
    public async Task Of_many_objects_at_once_none_is_lost_or_doubled(Fault fault) =>
        Assert.InRange(await DisturbEachCallAsync(Scenario.Many, fault), 60, FaultRun.Never);

    private static async Task<int> DisturbEachCallAsync(Scenario scenario, Fault fault)
    {
        using var undisturbed = await FaultRun.PrepareAsync(scenario, Cancel);
        var calls = await undisturbed.RunAsync(FaultRun.Never, Fault.Refused, Cancel);
        var expected = undisturbed.End();
        await Parallel.ForEachAsync(
            Enumerable.Range(1, calls),
            new ParallelOptions { MaxDegreeOfParallelism = RunsAtOnce, CancellationToken = Cancel },
            async (call, cancellationToken) =>
            {
                using var run = await FaultRun.PrepareAsync(scenario, cancellationToken);
                await run.RunAsync(call, fault, cancellationToken);
                Assert.Equal(expected, run.End());
            });
        return calls;
    }
}
