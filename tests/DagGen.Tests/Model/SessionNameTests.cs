using Slipstream.Contracts.Settings;
using Slipstream.Contracts.Variables;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Tests.Support;

namespace Slipstream.DagGen.Tests.Model;

public sealed class SessionNameTests
{
    [Fact]
    public void Cloudtrail_reads_task_and_pipeline()
    {
        var task = Some.Task("extract") with { Group = "wards" };
        var dag = Some.Dag(task) with { Id = "geography", Groups = [new TaskGroup("wards")] };

        Assert.Equal(["wards.extract@geography"], NamesOf(dag, task));
    }

    [Fact]
    public void A_long_name_is_cut_to_what_sts_and_the_stage_take()
    {
        var dag = Some.Dag(Some.Extract("extract")) with { Id = new string('a', 250) };

        var name = Assert.Single(NamesOf(dag, dag.Tasks[0]));

        Assert.Equal($"extract@{new string('a', 56)}", name);
        Assert.Equal(name, VariableKinds.SessionName.Parse(name!));
    }

    [Fact]
    public void A_task_that_says_its_own_name_keeps_it()
    {
        var extract = Some.Extract("extract");
        extract = extract with { Settings = extract.Settings with { Host = extract.Settings.Host with { SessionName = "my-own" } } };

        Assert.Equal(["my-own"], NamesOf(Some.Dag(extract), extract));
    }

    [Fact]
    public void Who_begins_the_session_himself_is_told_no_name()
    {
        Assert.Empty(NamesBy(Identity.PodIdentity("account")));
        Assert.Empty(NamesBy(Identity.Kube2Iam("role")));
        Assert.Single(NamesBy(Identity.ServiceAccount("account")));
    }

    [Fact]
    public void A_container_that_is_not_ours_gets_only_its_own_variables()
    {
        var dag = Some.Dag(Some.Container("other"));

        Assert.Empty(NamesOf(dag, dag.Tasks[0]));
    }

    private static IEnumerable<string?> NamesBy(Identity identity)
    {
        var task = Some.Task("extract") with { Identity = identity };
        return NamesOf(Some.Dag(task), task);
    }

    private static IEnumerable<string?> NamesOf(Dag dag, DagTask task) =>
        dag.EnvironmentOf(task).Where(variable => variable.Name == HostSettings.SessionNameVariable).Select(variable => variable.Text);
}
