using Slipstream.Contracts.Variables;
using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Pipelines;
using Slipstream.DagGen.Pipelines.Examples;
using Slipstream.DagGen.Rules;
using Slipstream.DagGen.Tests.Support;

namespace Slipstream.DagGen.Tests.Rules;

public sealed class RuleBookTests
{
    [Fact]
    public void Codes_are_not_shared() => Assert.Equal(RuleBook.All.Count, RuleBook.All.Select(rule => rule.Code).Distinct().Count());

    [Fact]
    public void Good_models_break_no_rule() =>
        Broken.ExpectNothing([Some.Dag(), Some.HostileDag(), .. AllPipelines.List.Select(pipeline => pipeline.In(DeploymentEnvironment.Production()))]);

    [Fact]
    public void The_examples_break_no_rule()
    {
        var examples = ExamplePipelines.List.Select(example => example.In(DeploymentEnvironment.Production())).ToList();

        Assert.Equal("", RuleBook.Check(examples, Target.Airflow3).ToString());
        Assert.Equal(["DG31"], RuleBook.Check(examples, Target.Both).All.Select(found => found.Code).Distinct());
    }

    [Theory]
    [InlineData("0 30 13 * * *", "Write five")]
    [InlineData("0 0 31 2 *", "it never fires")]
    [InlineData("99 * * * *", "has the minute '99'")]
    public void Schedules_fire(string cron, string message) =>
        Broken.Expect("DG06", "Schedule.Cron", message, Some.Dag() with { Schedule = new CronSchedule(cron, "UTC") });

    [Theory]
    [InlineData("{{ ds }}")]
    [InlineData("{% if x %}")]
    [InlineData("a{#b")]
    public void Fixed_texts_are_no_templates(string text) => Broken.Expect(
        "DG26", "Tasks['a'].Environment['A']", "would render it", Some.Dag(Some.Task("a", new EnvironmentVariable("A", text, null))));

    [Fact]
    public void Facts_of_the_run_may_be_templates() =>
        Broken.ExpectNothing(Some.Dag(Some.Task("a", new EnvironmentVariable("A", null, RunFact.Timestamp))));

    [Fact]
    public void All_that_is_found_is_printed_once_with_errors_first()
    {
        var one = Some.Dag(Some.Task("a_b")) with { Id = "é" };
        var other = Some.Dag() with { Id = "a_dag", Tags = ["t", "t"], MaxActiveRuns = 0 };

        var exception = Assert.Throws<ModelException>(() => RuleBook.Require([one, other]));

        Assert.Equal(
            """
            error   DG12 a_dag MaxActiveRuns: MaxActiveRuns is 0. Use 1 or more.
            error   DG01 é     Id: DAG id 'é' is not made of ASCII letters, digits, underscores, dots and dashes. Rename it.
            error   DG02 é     Tasks['a_b'].Id: Task id 'a_b' contains an underscore. Use dashes: the id is also the pod name.
            warning DG09 a_dag Tags['t']: The tag is given 2 times. Give it once.
            3 errors, 1 warning. What each code means: docs/dag-gen-rules.md.
            """,
            exception.Message);
    }

    [Fact]
    public void Warnings_can_be_raised_to_errors()
    {
        var dag = Some.Dag() with { Tags = ["t", "t"] };

        Assert.EndsWith("\n0 errors, 1 warning. What each code means: docs/dag-gen-rules.md.", RuleBook.Require([dag], Target.Both, warningsAreErrors: false).ToString(), StringComparison.Ordinal);
        Assert.StartsWith(
            "error   DG09", Assert.Throws<ModelException>(() => RuleBook.Require([dag], Target.Both, warningsAreErrors: true)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipeline_by_itself_is_not_asked_for_others()
    {
        var dag = Some.Dag() with { Schedule = new AssetSchedule(new Asset("s3://example/some")) };

        RuleBook.Require(dag);
        RuleBook.Require(dag, Target.Both);
        Assert.Throws<ModelException>(() => RuleBook.Require([dag]));
    }
}
