using Slipstream.DagGen.Model;
using Slipstream.DagGen.Tests.Support;

namespace Slipstream.DagGen.Tests.Model;

public sealed class ModelHashTests
{
    [Fact]
    public void The_same_model_has_the_same_hash() => Assert.Equal(ModelHash.Of(Some.HostileDag()), ModelHash.Of(Some.HostileDag()));

    [Fact]
    public void Twelve_digits_name_a_model() => Assert.Matches("^[0-9a-f]{12}$", ModelHash.Of(Some.HostileDag()));

    [Fact]
    public void Whatever_is_said_of_the_model_changes_the_hash()
    {
        var dag = Some.HostileDag();
        Dag[] others =
        [
            dag with { Description = "Another" },
            dag with { Schedule = new ManualSchedule("Europe/London") },
            dag with { Schedule = new PresetSchedule(Preset.Once) },
            dag with { Schedule = new PresetSchedule(Preset.Daily) },
            dag with { Tags = ["it's a ", "\"tag\""] },
            dag with { Retries = dag.Retries with { Count = 1 } },
            dag with { Tasks = [.. dag.Tasks.Select(task => task with { Timeout = TimeSpan.FromHours(1) })] },
            dag with { Tasks = [.. dag.Tasks.Select(task => task with { Outlets = [new Asset("s3://a/b")] })] },
            dag with { Tasks = [Some.Extract("extract-a", "another source"), .. dag.Tasks.Skip(1)] },
            dag with { Params = [DagParam.Flag("full", true, "All.")] },
        ];

        Assert.Equal(others.Length + 1, others.Append(dag).Select(ModelHash.Of).Distinct().Count());
    }
}
