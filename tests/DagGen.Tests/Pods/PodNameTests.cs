using Slipstream.DagGen.Pods;

namespace Slipstream.DagGen.Tests.Pods;

/// <summary>Names and labels, as Airflow makes them.</summary>
public sealed class PodNameTests
{
    [Theory]
    [InlineData("extract", "extract-xxxxxxxx")]
    [InlineData("Run_Curated", "run-curated-xxxxxxxx")]
    [InlineData("group.task", "group-task-xxxxxxxx")]
    [InlineData("a_._b", "a-b-xxxxxxxx")]
    [InlineData("a_-_b", "a---b-xxxxxxxx")]
    [InlineData("-a-", "a-xxxxxxxx")]
    [InlineData("é", "-xxxxxxxx")]
    public void A_name_is_lower_case_with_dashes(string name, string expected) => Assert.Equal(expected, PodName.Of(name));

    [Fact]
    public void A_name_is_cut_to_63_characters_with_its_suffix()
    {
        var name = PodName.Of(new string('a', 53) + "-" + new string('b', 20));

        Assert.Equal(new string('a', 53) + "-xxxxxxxx", name);
        Assert.Equal(63, PodName.Of(new string('a', 80)).Length);
    }

    [Fact]
    public void A_label_that_kubernetes_would_refuse_is_told_from_others_by_a_hash()
    {
        Assert.Equal("run_curated.x-1", LabelValue.Of("run_curated.x-1"));
        Assert.Equal("load-d8759ea9d", LabelValue.Of("load_"));
        Assert.NotEqual(LabelValue.Of("load_"), LabelValue.Of("load-"));
        Assert.Equal(63, LabelValue.Of(new string('a', 64)).Length);
        Assert.NotEqual(LabelValue.Of(new string('a', 64)), LabelValue.Of(new string('a', 65)));
    }
}
