using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.Stages.TestExtract;
using Slipstream.Testing;
using Slipstream.Testing.Faults;

namespace Slipstream.Stages.Tests.TestExtract.Reports;

/// <summary>
/// Objects whose verdict hangs on each other: the second looks other than the first and is rejected, the third is like the
/// first. Cut off at any call of the store and run again, each comes to the same verdict and leaves the same profiles.
/// </summary>
public sealed class KilledWithReportTests
{
    private const int MostCalls = 200;

    [Trait("lane", "slow")]
    [Theory(Timeout = 300_000)]
    [InlineData(Fault.Refused)]
    [InlineData(Fault.AnswerLost)]
    [InlineData(Fault.KilledBefore)]
    [InlineData(Fault.KilledAfter)]
    public async Task Verdicts_and_profiles_are_those_of_a_run_that_was_never_cut_off(Fault fault)
    {
        var (_, expected) = await RunTwiceAsync(MostCalls, fault);
        Assert.Equal(2, expected.Keys.Count(key => key.StartsWith("example-raw-hist/", StringComparison.Ordinal)));
        Assert.Equal(2, expected.Keys.Count(key => key.Contains("/_profiles/", StringComparison.Ordinal)));
        for (var call = 1; call <= MostCalls; call++)
        {
            var (calls, state) = await RunTwiceAsync(call, fault);
            Assert.Equal(expected, state);
            if (calls < call)
            {
                return;
            }
        }

        Assert.Fail("The scenario makes more calls than were tried.");
    }

    private static async Task<(int Calls, IReadOnlyDictionary<string, string> State)> RunTwiceAsync(int faultyCall, Fault fault)
    {
        using var world = new World();
        var witness = new Witness(null);
        world.Write("meta_data/raw/things.json", """
            {
              "name": "things", "description": "Things.", "data_format": "json", "location": "things", "drift": { "profile": "fail" },
              "columns": [{ "name": "name", "type": "character" }, { "name": "size", "type": "int" }]
            }
            """);
        foreach (var (i, size) in new[] { (1, "1"), (2, "null"), (3, "1") })
        {
            var row = $$"""{"name":"thing","size":{{size}}}""" + "\n";
            var landed = world.Put(World.In(World.Land, LandTimestamp.Parse($"157356900{i}")), string.Concat(Enumerable.Repeat(row, 200)));
            witness.Created(landed, Sha256Hash.Of(File.ReadAllBytes(world.PathOf(landed))));
        }

        var settings = new TestExtractSettings
        {
            Table = World.Table,
            MetaData = world.FileOf("meta_data/raw"),
            LandPath = World.Land,
            RawHistPath = World.RawHist,
            QuarantinePath = World.Quarantine,
            ReportPath = ReportWorld.ReportPath,
            RunTimestamp = LandTimestamp.Parse("1573569003"),
            Host = world.Host,
        };
        using var store = new FaultyStore(ObjectStores.Open(settings.Host), witness, faultyCall, fault);
        var first = StageRunner.RunAsync(settings, context => new TestExtractStage(context), _ => store);
        await Task.WhenAny(first, store.Killed);
        await store.UnderWayAsync();
        var calls = store.Calls;
        if (!store.Killed.IsCompleted)
        {
            var run = await first;
            Assert.True(run.ExitCode == (store.HasFailed ? ExitCode.OutsideFailed : ExitCode.DataFailed), run.Log);
        }

        var second = await StageRunner.RunAsync(settings, context => new TestExtractStage(context));
        Assert.True(second.ExitCode == ExitCode.DataFailed, second.Log);
        Assert.Empty(witness.Complaints);
        return (calls, world.Everything().Where(entry => !entry.Key.Contains("/run_timestamp=", StringComparison.Ordinal) || !entry.Key.StartsWith("example-reports/", StringComparison.Ordinal))
            .ToDictionary());
    }
}
