using Slipstream.Contracts;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Pipelines;
using Slipstream.DagGen.Tests.Iam;
using Slipstream.DagGen.Tests.Support;

namespace Slipstream.DagGen.Tests.Model;

public sealed class TaskIamRoleTests
{
    [Fact]
    public void A_stage_expects_the_role_of_its_own_task() => Assert.Equal(
        ["extract", "test-extract", "run-curated", "deploy-database"],
        SomeRoles.Irsa() is var dag ? dag.Tasks.Select(task => Expected(dag, task)!["arn:aws:iam::123456789012:role/slipstream/irsa-".Length..]) : []);

    [Fact]
    public void A_role_that_the_identity_names_is_that_one()
    {
        var dag = SomeRoles.Dag("podid", stage => Identity.PodIdentity("account", $"chosen-{stage}"));

        Assert.Equal("arn:aws:iam::123456789012:role/slipstream/chosen-extract", Expected(dag, dag.Tasks[0]));
    }

    [Theory]
    [InlineData("by-annotation", "arn:aws:iam::123456789012:role/slipstream/by-annotation")]
    [InlineData("arn:aws:iam::999999999999:role/else/where", "arn:aws:iam::999999999999:role/else/where")]
    public void A_role_of_kube2iam_may_be_of_another_account(string role, string expected)
    {
        var dag = SomeRoles.Dag("kube2iam", _ => Identity.Kube2Iam(role));

        Assert.Equal(expected, Expected(dag, dag.Tasks[0]));
    }

    [Fact]
    public void Without_an_account_nobody_is_expected()
    {
        var dag = SomeRoles.Irsa() with { Account = null };

        Assert.All(dag.Tasks, task => Assert.Null(Expected(dag, task)));
        Assert.Null(DeploymentEnvironment.Local("/work").Account);
    }

    [Fact]
    public void A_task_that_says_whom_it_expects_keeps_it()
    {
        var extract = Some.Extract("extract");
        extract = extract with { Settings = extract.Settings with { Host = extract.Settings.Host with { ExpectedRole = IamRole.Parse("my-own") } } };
        var dag = Some.Dag(extract) with { Account = SomeRoles.Account };

        Assert.Equal(["my-own"], dag.EnvironmentOf(extract).Where(variable => variable.Name == "EXPECTED_ROLE").Select(variable => variable.Text));
    }

    [Fact]
    public void Tasks_in_groups_have_the_names_of_their_pods()
    {
        var task = Some.Extract("extract_x") with { Group = "wards" };
        var dag = Some.Dag(task) with { Id = "Geo_Graphy", Groups = [new TaskGroup("wards")] };

        Assert.Equal("geo-graphy-wards-extract-x", TaskIamRole.NameOf(dag, task));
    }

    private static string? Expected(Dag dag, DagTask task) => dag.EnvironmentOf(task).SingleOrDefault(variable => variable.Name == "EXPECTED_ROLE")?.Text;
}
