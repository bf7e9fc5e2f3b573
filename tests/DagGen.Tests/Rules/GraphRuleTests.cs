using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Rules;
using Slipstream.DagGen.Tests.Support;

namespace Slipstream.DagGen.Tests.Rules;

/// <summary>DG04, DG13, DG14 and DG32.</summary>
public sealed class GraphRuleTests
{
    [Fact]
    public void A_dag_has_a_task() => Broken.Expect("DG04", "Tasks", "has no task", Some.Dag() with { Tasks = [] });

    [Fact]
    public void Task_ids_are_unique() => Broken.Expect("DG04", "Tasks['a']", "2 tasks have the id 'a'", Some.Dag(Some.Task("a"), Some.Task("a")));

    [Fact]
    public void Edges_name_tasks() => Broken.Expect(
        "DG04", "Edges['first' -> 'third']", "names the task 'third'", Some.Dag() with { Edges = [new Edge("first", "third")] });

    [Fact]
    public void No_task_waits_for_itself() => Broken.Expect(
        "DG04", "Edges['first' -> 'first']", "waits for itself", Some.Dag() with { Edges = [new Edge("first", "first")] });

    [Fact]
    public void Edges_are_given_once() => Broken.Expect(
        "DG04", "Edges['first' -> 'second']", "given 2 times", Some.Dag() with { Edges = [new Edge("first", "second"), new Edge("first", "second")] });

    [Fact]
    public void A_cycle_is_printed_whole_and_without_what_leads_to_it()
    {
        var dag = Some.Dag(Some.Task("behind"), Some.Task("a"), Some.Task("b"), Some.Task("c")) with
        {
            Edges = [new Edge("a", "b"), new Edge("b", "c"), new Edge("c", "a"), new Edge("c", "behind"), new Edge("unknown", "a")],
        };

        Assert.Contains(RuleBook.Check([dag], Target.Both).All, found => found.Breach.Message.Contains("c -> a -> b -> c", StringComparison.Ordinal));
    }

    [Fact]
    public void Trigger_rules_exist_in_the_target()
    {
        var dag = Some.Dag(Some.Task("a") with { TriggerRule = TriggerRule.AllDoneMinOneSuccess });

        Broken.ExpectFor(Target.Both, "DG13", "Tasks['a'].TriggerRule", "exists since Airflow 3.1, but the target is 'both'", dag);
        Broken.ExpectFor(Target.Airflow2, "DG13", "Tasks['a'].TriggerRule", "exists since Airflow 3.1", dag);
        Assert.Empty(RuleBook.Check([dag], Target.Airflow3).All);
    }

    [Fact]
    public void A_run_that_fails_fast_has_no_other_trigger_rule() => Broken.ExpectFor(
        Target.Airflow3,
        "DG13",
        "Tasks['a'].TriggerRule",
        "takes AllSuccess only",
        Some.Dag(Some.Task("a") with { TriggerRule = TriggerRule.AllDone }) with { FailFast = true });

    [Fact]
    public void Teardowns_have_a_trigger_rule_already() => Broken.Expect(
        "DG13", "Tasks['a'].TriggerRule", "is a teardown", Some.Dag(Some.Task("a") with { Role = TaskRole.Teardown, TriggerRule = TriggerRule.AllDone }));

    [Fact]
    public void Rules_have_names()
    {
        Broken.Expect("DG13", "Tasks['a'].TriggerRule", "is no trigger rule", Some.Dag(Some.Task("a") with { TriggerRule = (TriggerRule)99 }));
        Broken.Expect("DG13", "Tasks['a'].WeightRule", "is no weight rule", Some.Dag(Some.Task("a") with { WeightRule = (WeightRule)99 }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(256)]
    public void Skip_codes_are_exit_codes(int code) =>
        Broken.Expect("DG14", "Tasks['a'].SkipExitCodes", $"{code} cannot mean", Some.Dag(Some.Task("a") with { SkipExitCodes = [code] }));

    [Fact]
    public void Work_is_not_lost_to_a_skip() => Broken.ExpectWarning(
        "DG14", "Tasks['join'].TriggerRule", "waits for 'other' too, but is skipped whenever 'decide' is", Decision(TriggerRule.AllSuccess));

    [Fact]
    public void A_decision_may_skip_all_that_is_behind_it()
    {
        var dag = Decision(TriggerRule.NoneFailed);

        Broken.ExpectNothing(dag);
        Broken.ExpectNothing(dag with { Tasks = [.. dag.Tasks.Take(3)], Edges = [.. dag.Edges.Take(2)] });
    }

    [Theory]
    [InlineData(101, nameof(Severity.Warning))]
    [InlineData(1001, nameof(Severity.Error))]
    public void Dags_are_not_too_large(int count, string severity)
    {
        var dag = Some.Dag([.. Enumerable.Range(1, count).Select(number => Some.Task($"task-{number}"))]);

        var found = Assert.Single(RuleBook.Check([dag], Target.Both).All);

        Assert.Equal(("DG32", "Tasks", severity), (found.Code, found.Breach.Member, found.Breach.Severity.ToString()));
    }

    private static Dag Decision(TriggerRule rule) =>
        Some.Dag(Some.Task("decide") with { SkipExitCodes = [99] }, Some.Task("work"), Some.Task("more"), Some.Task("other"), Some.Task("join") with { TriggerRule = rule }) with
        {
            Edges = [new Edge("decide", "work"), new Edge("work", "more"), new Edge("more", "join"), new Edge("other", "join")],
        };
}
