using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.Stages.TestExtract;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.TestExtract.Reports;

/// <summary>
/// Objects whose verdict hangs on each other: the second looks other than the first and is rejected, the third is like the
/// first. Cut off at any call of the store and run again, each comes to the same verdict and leaves the same profiles.
/// </summary>
public sealed class KilledWithReportTests
{
    private const int MostCalls = 200;

    [Theory(Timeout = 300_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Verdicts_and_profiles_are_those_of_a_run_that_was_never_cut_off(bool isDoneFirst)
    {
        var (_, expected) = await RunTwiceAsync(MostCalls, isDoneFirst);
        Assert.Equal(2, expected.Keys.Count(key => key.StartsWith("example-raw-hist/", StringComparison.Ordinal)));
        Assert.Equal(2, expected.Keys.Count(key => key.Contains("/_profiles/", StringComparison.Ordinal)));
        for (var call = 1; call <= MostCalls; call++)
        {
            var (calls, state) = await RunTwiceAsync(call, isDoneFirst);
            Assert.Equal(expected, state);
            if (calls < call)
            {
                return;
            }
        }

        Assert.Fail("The scenario makes more calls than were tried.");
    }

    private static async Task<(int Calls, IReadOnlyDictionary<string, string> State)> RunTwiceAsync(int failingCall, bool isDoneFirst)
    {
        using var world = new World();
        world.Write("meta_data/raw/things.json", """
            {
              "name": "things", "description": "Things.", "data_format": "json", "location": "things", "drift": { "profile": "fail" },
              "columns": [{ "name": "name", "type": "character" }, { "name": "size", "type": "int" }]
            }
            """);
        foreach (var (i, size) in new[] { (1, "1"), (2, "null"), (3, "1") })
        {
            var row = $$"""{"name":"thing","size":{{size}}}""" + "\n";
            world.Put(World.In(World.Land, LandTimestamp.Parse($"157356900{i}")), string.Concat(Enumerable.Repeat(row, 200)));
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
        FailingStore? store = null;
        var first = await StageRunner.RunAsync(settings, context => new TestExtractStage(context), host => store = new FailingStore(ObjectStores.Open(host), failingCall, isDoneFirst));
        var second = await StageRunner.RunAsync(settings, context => new TestExtractStage(context));
        Assert.True(first.ExitCode == (store!.HasFailed ? ExitCode.OutsideFailed : ExitCode.DataFailed), first.Log);
        Assert.True(second.ExitCode == ExitCode.DataFailed, second.Log);
        return (store.Calls, world.Everything().Where(entry => !entry.Key.Contains("/run_timestamp=", StringComparison.Ordinal) || !entry.Key.StartsWith("example-reports/", StringComparison.Ordinal))
            .ToDictionary());
    }
}
