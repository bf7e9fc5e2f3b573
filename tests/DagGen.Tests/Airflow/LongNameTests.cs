using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Tests.Support;

namespace Slipstream.DagGen.Tests.Airflow;

public sealed class LongNameTests
{
    [Fact]
    public async Task Files_with_long_names_are_stable_under_black_and_import()
    {
        var text = DagFile.Of(Long(), Some.Provenance, Target.Airflow3).Text;

        var black = await Tool.BlackAsync(["--check", "--diff", "--quiet", "-l", "100", "-"], text);
        Assert.Equal((0, string.Empty), (black.ExitCode, black.Out));
        Assert.Null((await StubbedAirflow.DumpAsync([(3, text)]))[0]["error"]);
    }

    private static Dag Long()
    {
        var (first, second) = (new string('a', 54), new string('b', 54));
        var assets = Enumerable.Range(0, 4).Select(number => new Asset($"s3://bucket/{new string('c', 90)}/{number}")).ToArray();
        return Some.Dag(Some.Task(first) with { Role = TaskRole.Setup }, Some.Task(second), Some.Task("c") with { Role = TaskRole.Teardown }) with
        {
            Description = new string('d', 200),
            Schedule = new AssetSchedule(AssetCondition.Any(assets[0], AssetCondition.All(assets[1], assets[2]), assets[3])),
            Edges = [new Edge(first, second), new Edge(first, "c"), new Edge(second, "c")],
            ImageRepository = $"registry.example.com/{new string('e', 100)}",
        };
    }
}
